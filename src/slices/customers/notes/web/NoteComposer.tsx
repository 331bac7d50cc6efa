import { useRef } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import type { ShownRecord } from '../../../../ui/screen/slots.ts'
import { addNote } from '../schema.ts'
import classes from './NoteComposer.module.css'
import { NoteEditor } from './NoteEditor.tsx'

const messages = defineMessages('notes.note-composer', { add: 'Add note', group: 'Record' })

/** A line above the timeline that becomes a note; `n` goes there. */
export default function NoteComposer({ kind, id }: ShownRecord) {
  const t = useMessages(messages)
  const add = useCommand(addNote)
  const input = useRef<HTMLTextAreaElement>(null)
  useShortcuts(t('group'), [{ keys: 'n', label: t('add'), run: () => input.current?.focus() }])
  return (
    <div className={classes.composer}>
      <NoteEditor
        inputRef={input}
        submitLabel={t('add')}
        onSubmit={body => add.attempt({ body: { subjectKind: kind, subjectId: id, body } })}
      />
    </div>
  )
}
