import { Button } from '@mantine/core'
import { IconProgress, IconTag, IconTagOff, IconTrash, IconUser, IconUsersGroup } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { FieldValue } from '../../../../ui/fields/field.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { Slot } from '../../../../ui/screen/Slot.tsx'
import { useBulkActions } from '../../../../ui/screen/use-bulk-actions.ts'
import { BulkEdit } from '../../../../ui/table/BulkEdit.tsx'
import { deleteContacts, restoreContacts, saveContacts, type ContactRow } from '../schema.ts'
import { contactWords } from './contact-words.ts'
import { patched } from './use-change-contact.ts'
import type { ContactFields } from './use-contact-fields.ts'

const messages = defineMessages('contacts.bulk-actions', {
  setOwner: 'Set owner',
  setTeam: 'Set team',
  setLifecycle: 'Set lifecycle',
  addTags: 'Add tags',
  removeTags: 'Remove tags',
  delete: 'Delete',
  deleteKeys: 'Delete selected contacts',
  changed: '{count, plural, one {# contact changed.} other {# contacts changed.}}',
  failed: '{count, plural, one {# contact was not changed} other {# contacts were not changed}}: {reason}',
  deleted: '{count, plural, one {# contact moved to the bin.} other {# contacts moved to the bin.}}',
})

type Change =
  | Pick<ContactRow, 'ownerId'>
  | Pick<ContactRow, 'teamId'>
  | Pick<ContactRow, 'lifecycle'>
  | { addTagIds: string[] }
  | { removeTagIds: string[] }

export interface BulkActionsProps {
  rows: readonly ContactRow[]
  fields: ContactFields
  onDone: () => void
}

/** What can be done with several contacts at once; all of it can be undone. */
export function BulkActions({ rows, fields, onDone }: BulkActionsProps) {
  const t = useMessages(messages)
  const words = useMessages(contactWords)
  const { change, bin } = useBulkActions(
    rows,
    { save: saveContacts, remove: deleteContacts, restore: restoreContacts, patched },
    {
      changed: count => t('changed', { count }),
      failed: (count, reason) => t('failed', { count, reason }),
      deleted: count => t('deleted', { count }),
    },
    onDone,
  )
  const set = (next: Change) => change(next, before)
  useShortcuts(words('contacts'), [{ keys: 'backspace', label: t('deleteKeys'), run: bin }])

  const list = (value: FieldValue) => (Array.isArray(value) ? [...value] : [])
  return (
    <>
      <BulkEdit
        label={words('ownerId')}
        icon={<IconUser size={15} />}
        field={fields.builtIn.ownerId}
        submitLabel={t('setOwner')}
        onSubmit={value => set({ ownerId: value as string })}
      />
      <BulkEdit
        label={words('teamId')}
        icon={<IconUsersGroup size={15} />}
        field={fields.builtIn.teamId}
        submitLabel={t('setTeam')}
        onSubmit={value => set({ teamId: value as string })}
      />
      <BulkEdit
        label={words('lifecycle')}
        icon={<IconProgress size={15} />}
        field={fields.builtIn.lifecycle}
        submitLabel={t('setLifecycle')}
        onSubmit={value => set({ lifecycle: value as ContactRow['lifecycle'] })}
      />
      <BulkEdit
        label={t('addTags')}
        icon={<IconTag size={15} />}
        field={fields.builtIn.tagIds}
        submitLabel={t('addTags')}
        onSubmit={value => set({ addTagIds: list(value) })}
      />
      <BulkEdit
        label={t('removeTags')}
        icon={<IconTagOff size={15} />}
        field={fields.builtIn.tagIds}
        submitLabel={t('removeTags')}
        onSubmit={value => set({ removeTagIds: list(value) })}
      />
      <Slot name="contacts.bulk" props={{ ids: rows.map(row => row.id), onDone }} />
      <Button size="xs" variant="subtle" color="red" leftSection={<IconTrash size={15} />} onClick={bin}>
        {t('delete')}
      </Button>
    </>
  )
}

/** What gives a row back what a change took from it. */
function before(row: ContactRow, change: Change) {
  if ('ownerId' in change) return { ownerId: row.ownerId }
  if ('teamId' in change) return { teamId: row.teamId }
  if ('lifecycle' in change) return { lifecycle: row.lifecycle }
  if ('addTagIds' in change) return { removeTagIds: change.addTagIds.filter(tagId => !row.tagIds.includes(tagId)) }
  return { addTagIds: change.removeTagIds.filter(tagId => row.tagIds.includes(tagId)) }
}
