import { Menu } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { DotsMenu } from '../../../../ui/layout/DotsMenu.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { useCan, useSession } from '../../../workspace/sign-in/web/public.tsx'
import { deleteNote, editNote, getNote, restoreNote } from '../schema.ts'
import { NoteEditor } from './NoteEditor.tsx'

const messages = defineMessages('notes.note-menu', {
  options: 'Options of the note',
  edit: 'Edit note',
  save: 'Save note',
  pin: 'Pin note',
  unpin: 'Unpin note',
  delete: 'Delete note',
  deleted: 'Note deleted.',
})

/** What can be done with a note, wherever it is shown. The note itself is asked for when the menu opens. */
export function NoteMenu({ id }: { id: string }) {
  const t = useMessages(messages)
  const can = useCan()
  const { member } = useSession()
  const [opened, setOpened] = useState(false)
  const [editing, setEditing] = useState(false)
  const asked = useEndpoint(getNote, opened || editing ? { params: { id } } : null)
  const note = asked.data
  const edit = useCommand(editNote)
  const remove = useCommand(deleteNote, { optimistic: cache => cache.remove('notes', [id]) })
  const restore = useCommand(restoreNote)
  if (!can('notes:write')) return null
  const isMine = note?.authorId === member.id || member.role !== 'member'
  const drop = () =>
    remove.attempt({ params: { id } }, () => toastUndo(t('deleted'), () => restore.run({ params: { id } })))
  return (
    <>
      <DotsMenu small label={t('options')} opened={opened} onChange={setOpened}>
        <Menu.Item
          disabled={!note}
          onClick={() => void edit.attempt({ params: { id }, body: { isPinned: !note!.isPinned } })}
        >
          {note?.isPinned ? t('unpin') : t('pin')}
        </Menu.Item>
        {isMine && (
          <>
            <Menu.Item onClick={() => setEditing(true)}>{t('edit')}</Menu.Item>
            <Menu.Item color="red" onClick={() => void drop()}>
              {t('delete')}
            </Menu.Item>
          </>
        )}
      </DotsMenu>
      <Dialog opened={editing} onClose={() => setEditing(false)} title={t('edit')} size="lg">
        <Loaded from={asked} rows={3}>
          {note => (
            <NoteEditor
              body={note.body}
              submitLabel={t('save')}
              autoFocus
              onCancel={() => setEditing(false)}
              onSubmit={async body => {
                const done = await edit.attempt({ params: { id }, body: { body } })
                if (done) setEditing(false)
                return done
              }}
            />
          )}
        </Loaded>
      </Dialog>
    </>
  )
}
