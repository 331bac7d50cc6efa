import { IconAt, IconUserPlus } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { recordRows } from '../../../../ui/record/record-rows.ts'
import { rowsOf, type EventRow, type ShownOf } from '../../../../ui/screen/event-rows.ts'
import { contactEvents, handleEvents } from '../events.ts'
import { handleKinds, type HandleKind } from '../schema.ts'
import { contactRecord } from './contact-record.tsx'
import { handleIcons, handleWords } from './handle-words.ts'

const messages = defineMessages('contacts.rows', { added: '{kind} added', removed: '{kind} removed' })

function useHandleRow(event: ShownOf<typeof handleEvents.added>): EventRow {
  const t = useMessages(messages)
  const words = useMessages(handleWords)
  const { kind, value } = event.data
  const known = handleKinds.includes(kind as HandleKind) ? (kind as HandleKind) : null
  return {
    quiet: true,
    icon: known ? handleIcons[known] : IconAt,
    title: t(handleEvents.added.is(event) ? 'added' : 'removed', { kind: known ? words(known) : kind }),
    meta: [value, event.actorName].filter(Boolean).join(' · '),
  }
}

export const rows = {
  ...rowsOf(contactEvents, recordRows(contactRecord, { icon: IconUserPlus })),
  ...rowsOf(handleEvents, { added: useHandleRow, removed: useHandleRow }),
}
