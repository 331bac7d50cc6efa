import { useCallback } from 'react'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { changeContact, type Contact, type ContactRow } from '../schema.ts'

type Patch = NonNullable<Parameters<ReturnType<typeof useChangeContact>>[1]>

/** Changes a contact: shown at once wherever it is, taken back when the server refuses. */
export function useChangeContact() {
  const { run } = useCommand(changeContact, {
    optimistic: (cache, { params, body = {} }) => cache.patch('contacts', [params.id], record => patched(record, body)),
  })
  return useCallback(
    (id: string, body: NonNullable<Parameters<typeof run>[0]['body']>) => run({ params: { id }, body }),
    [run],
  )
}

/** A contact, or its row in a list, as it will be after a change. */
export function patched<Record extends Contact | ContactRow>(record: Record, patch: Patch): Record {
  const { fields, addTagIds = [], removeTagIds = [], version: _, ...plain } = patch
  const tagIds = [...new Set([...record.tagIds, ...addTagIds])].filter(id => !removeTagIds.includes(id))
  const known = Object.fromEntries(Object.entries(plain).filter(([key]) => key in record))
  return {
    ...record,
    tagIds,
    ...known,
    fields: { ...record.fields, ...fields },
    ...(patch.companyId === null ? { companyName: null } : {}),
  }
}
