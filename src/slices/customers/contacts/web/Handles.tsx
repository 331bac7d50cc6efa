import { CopyButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import type { Cache } from '../../../../ui/api/cache.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { DotsMenu, MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import { addHandle, changeHandle, handleKinds, removeHandle, type Contact, type Handle } from '../schema.ts'
import { HandleDialog } from './HandleDialog.tsx'
import { handleIcons, handleLink } from './handle-words.ts'
import classes from './Handles.module.css'
import { handleWords } from '../record.ts'

const messages = defineMessages('contacts.handles', {
  title: 'Ways to reach',
  add: 'Add e-mail, phone or handle',
  options: 'Options of {value}',
  primary: 'primary',
  makePrimary: 'Make primary',
  edit: 'Edit',
  copy: 'Copy',
  remove: 'Remove',
  removed: '{value} removed.',
  more: '{count, plural, one {# more} other {# more}}',
})

const folded = 6

/** All ways a contact is known, e-mails and phones first. */
export function Handles({ contact, mayWrite }: { contact: Contact; mayWrite: boolean }) {
  const t = useMessages(messages)
  const [editing, setEditing] = useState<Handle | 'new' | null>(null)
  const [all, setAll] = useState(false)
  const sorted = contact.handles.toSorted(
    (one, other) => handleKinds.indexOf(one.kind) - handleKinds.indexOf(other.kind),
  )
  const visible = all ? sorted : sorted.slice(0, folded)
  return (
    <div role="group" aria-label={t('title')}>
      <ul className={classes.list}>
        {visible.map(handle => (
          <HandleLine
            key={handle.id}
            contact={contact}
            handle={handle}
            mayWrite={mayWrite}
            onEdit={() => setEditing(handle)}
          />
        ))}
      </ul>
      {sorted.length > visible.length && (
        <button type="button" className={classes.quiet} onClick={() => setAll(true)}>
          {t('more', { count: sorted.length - visible.length })}
        </button>
      )}
      {mayWrite && (
        <button type="button" className={classes.quiet} onClick={() => setEditing('new')}>
          <IconPlus size={13} aria-hidden /> {t('add')}
        </button>
      )}
      {editing && (
        <HandleDialog
          contactId={contact.id}
          handle={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

interface HandleLineProps {
  contact: Contact
  handle: Handle
  mayWrite: boolean
  onEdit: () => void
}

function HandleLine({ contact, handle, mayWrite, onEdit }: HandleLineProps) {
  const t = useMessages(messages)
  const words = useMessages(handleWords)
  const params = { id: contact.id, handleId: handle.id }
  const patchHandles = (cache: Cache, next: (handles: Handle[]) => Handle[]) =>
    cache.patch('contacts', [contact.id], (record: Contact) =>
      'handles' in record ? { ...record, handles: next(record.handles) } : record,
    )
  const primary = useCommand(changeHandle, {
    optimistic: cache =>
      patchHandles(cache, handles =>
        handles.map(one => (one.kind === handle.kind ? { ...one, isPrimary: one.id === handle.id } : one)),
      ),
  })
  const remove = useCommand(removeHandle, {
    optimistic: cache => patchHandles(cache, handles => handles.filter(one => one.id !== handle.id)),
  })
  const again = useCommand(addHandle)
  const Icon = handleIcons[handle.kind]
  const link = handleLink(handle.kind, handle.normal)
  const siblings = contact.handles.filter(one => one.kind === handle.kind).length
  const drop = async () => {
    if (!(await remove.attempt({ params }))) return
    const { kind, value, label, isPrimary } = handle
    toastUndo(t('removed', { value }), () =>
      again.run({ params: { id: contact.id }, body: { kind, value, label, isPrimary } }),
    )
  }
  return (
    <li className={classes.item}>
      <Icon size={15} stroke={1.6} className={classes.icon} aria-hidden />
      <span className="visually-hidden">{words(handle.kind)}: </span>
      {link ? (
        <a
          href={link}
          className={classes.value}
          target={link.startsWith('https') ? '_blank' : undefined}
          rel="noopener noreferrer"
          title={handle.value}
        >
          {handle.value}
        </a>
      ) : (
        <span className={classes.value} title={handle.value}>
          {handle.value}
        </span>
      )}
      {handle.label && <span className={classes.label}>{handle.label}</span>}
      {handle.isPrimary && siblings > 1 && <span className="visually-hidden">({t('primary')})</span>}
      <DotsMenu small className={classes.options} label={t('options', { value: handle.value })}>
        <CopyButton value={handle.value}>{({ copy }) => <MenuItem label={t('copy')} onClick={copy} />}</CopyButton>
        {mayWrite && (
          <>
            {!handle.isPrimary && siblings > 1 && (
              <MenuItem
                label={t('makePrimary')}
                onClick={() => primary.attempt({ params, body: { isPrimary: true } })}
              />
            )}
            <MenuItem label={t('edit')} onClick={onEdit} />
            <MenuItem label={t('remove')} onClick={drop} danger />
          </>
        )}
      </DotsMenu>
    </li>
  )
}
