import { IconAt, IconUserPlus } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { recordRows } from '../../../../ui/record/record-rows.ts'
import { rowsOf, wordedRows } from '../../../../ui/screen/event-rows.ts'
import { contactEvents, handleEvents } from '../events.ts'
import { handleKinds } from '../schema.ts'
import { webContact } from './contact-record.tsx'
import { handleIcons } from './handle-words.ts'
import { handleWords } from '../record.ts'

const messages = defineMessages('contacts.rows', { added: '{kind} added', removed: '{kind} removed' })

/** The icon and the word of a kind; one of another version of Rapport stands as it is written. */
function useKind(kind: string) {
  const words = useMessages(handleWords)
  const known = handleKinds.find(candidate => candidate === kind)
  return { icon: known ? handleIcons[known] : IconAt, kind: known ? words(known) : kind }
}

export const rows = {
  ...rowsOf(contactEvents, recordRows(webContact, { icon: IconUserPlus })),
  ...wordedRows(handleEvents, messages, {
    added({ data: { kind: name, value }, actorName }, t) {
      const { icon, kind } = useKind(name)
      return { icon, title: t('added', { kind }), meta: [value, actorName] }
    },
    removed({ data: { kind: name, value }, actorName }, t) {
      const { icon, kind } = useKind(name)
      return { icon, title: t('removed', { kind }), meta: [value, actorName] }
    },
  }),
}
