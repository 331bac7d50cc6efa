import { IconArrowBackUp, IconArrowsSplit2 } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { rowsOf, type EventRow, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { identityEvents } from '../events.ts'

const messages = defineMessages('identity.rows', {
  parted: 'Not the same person as {name}',
  takenBack: 'May be the same as {name} after all',
})

function useParted(event: ShownOf<typeof identityEvents.parted>): EventRow {
  const t = useMessages(messages)
  const { name } = event.data
  const isBack = identityEvents.partingTakenBack.is(event)
  return {
    quiet: true,
    icon: isBack ? IconArrowBackUp : IconArrowsSplit2,
    title: t(isBack ? 'takenBack' : 'parted', { name }),
    meta: event.actorName ?? undefined,
  }
}

export const rows = rowsOf(identityEvents, { parted: useParted, partingTakenBack: useParted })
