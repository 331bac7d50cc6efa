import { IconArrowBackUp, IconArrowsSplit2 } from '@tabler/icons-react'
import { defineMessages, useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { EventRow, EventRows, ShownEvent } from '../../../../ui/screen/event-rows.ts'
import type { IdentityEvents } from '../events.ts'

const messages = defineMessages({
  en: { parted: 'Not the same person as {name}', takenBack: 'May be the same as {name} after all' },
  cs: { parted: 'Není to stejná osoba jako {name}', takenBack: 'Může to přece jen být {name}' },
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
