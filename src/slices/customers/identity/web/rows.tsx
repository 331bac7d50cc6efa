import { IconArrowBackUp, IconArrowsSplit2 } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { wordedRows } from '../../../../ui/screen/event-rows.ts'
import { identityEvents } from '../events.ts'

const messages = defineMessages('identity.rows', {
  parted: 'Not the same person as {name}',
  takenBack: 'May be the same as {name} after all',
})

export const rows = wordedRows(identityEvents, messages, {
  parted: ({ data: { name } }, t) => ({ icon: IconArrowsSplit2, title: t('parted', { name }) }),
  partingTakenBack: ({ data: { name } }, t) => ({ icon: IconArrowBackUp, title: t('takenBack', { name }) }),
})
