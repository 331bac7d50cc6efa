import { Button } from '@mantine/core'
import { IconTag, IconTagOff, IconTrash, IconUser, IconUsersGroup } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { FieldValue } from '../../../../ui/fields/field.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { useBulkActions } from '../../../../ui/screen/use-bulk-actions.ts'
import { BulkEdit } from '../../../../ui/table/BulkEdit.tsx'
import { deleteCompanies, restoreCompanies, saveCompanies, type CompanyRow } from '../schema.ts'
import { companyWords } from './company-words.ts'
import { patched } from './use-change-company.ts'
import type { CompanyFields } from './use-company-fields.ts'

const messages = defineMessages('companies.bulk-actions', {
  setOwner: 'Set owner',
  setTeam: 'Set team',
  addTags: 'Add tags',
  removeTags: 'Remove tags',
  delete: 'Delete',
  deleteKeys: 'Delete selected companies',
  changed: '{count, plural, one {# company changed.} other {# companies changed.}}',
  failed: '{count, plural, one {# company was not changed} other {# companies were not changed}}: {reason}',
  deleted: '{count, plural, one {# company moved to the bin.} other {# companies moved to the bin.}}',
})

type Change =
  Pick<CompanyRow, 'ownerId'> | Pick<CompanyRow, 'teamId'> | { addTagIds: string[] } | { removeTagIds: string[] }

export interface BulkActionsProps {
  rows: readonly CompanyRow[]
  fields: CompanyFields
  onDone: () => void
}

/** What can be done with several companies at once; all of it can be undone. */
export function BulkActions({ rows, fields, onDone }: BulkActionsProps) {
  const t = useMessages(messages)
  const words = useMessages(companyWords)
  const { change, bin } = useBulkActions(
    rows,
    { save: saveCompanies, remove: deleteCompanies, restore: restoreCompanies, patched },
    {
      changed: count => t('changed', { count }),
      failed: (count, reason) => t('failed', { count, reason }),
      deleted: count => t('deleted', { count }),
    },
    onDone,
  )
  const set = (next: Change) => change(next, before)
  useShortcuts(words('companies'), [{ keys: 'backspace', label: t('deleteKeys'), run: bin }])

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
      <Button size="xs" variant="subtle" color="red" leftSection={<IconTrash size={15} />} onClick={bin}>
        {t('delete')}
      </Button>
    </>
  )
}

/** What gives a row back what a change took from it. */
function before(row: CompanyRow, change: Change) {
  if ('ownerId' in change) return { ownerId: row.ownerId }
  if ('teamId' in change) return { teamId: row.teamId }
  if ('addTagIds' in change) return { removeTagIds: change.addTagIds.filter(tagId => !row.tagIds.includes(tagId)) }
  return { addTagIds: change.removeTagIds.filter(tagId => row.tagIds.includes(tagId)) }
}
