import { IconArrowBackUp, IconArrowsSplit2 } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { EventRow, EventRows, ShownEvent } from '../../../../ui/screen/event-rows.ts'
import type { IdentityEvents } from '../events.ts'

const messages = defineMessages('identity.rows', {
  parted: 'Not the same person as {name}',
  takenBack: 'May be the same as {name} after all',
})

function useParted(event: ShownEvent): EventRow {
  const t = useMessages(messages)
  const { name } = event.data as IdentityEvents['identity.parted']
  const isBack = event.kind === 'identity.parting-taken-back'
  return {
    quiet: true,
    icon: isBack ? IconArrowBackUp : IconArrowsSplit2,
    title: t(isBack ? 'takenBack' : 'parted', { name }),
    meta: event.actorName ?? undefined,
  }
}

export const rows: EventRows = { 'identity.parted': useParted, 'identity.parting-taken-back': useParted }
