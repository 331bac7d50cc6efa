import { useCallback } from 'react'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { changeCompany, type Company, type CompanyRow } from '../schema.ts'

type Patch = NonNullable<Parameters<ReturnType<typeof useChangeCompany>>[1]>

/** Changes a company: shown at once wherever it is, taken back when the server refuses. */
export function useChangeCompany() {
  const { run } = useCommand(changeCompany, {
    optimistic: (cache, { params, body = {} }) =>
      cache.patch('companies', [params.id], record => patched(record, body)),
  })
  return useCallback(
    (id: string, body: NonNullable<Parameters<typeof run>[0]['body']>) => run({ params: { id }, body }),
    [run],
  )
}

/** A company, or its row in a list, as it will be after a change. */
export function patched<Record extends Company | CompanyRow>(record: Record, patch: Patch): Record {
  const { fields, addTagIds = [], removeTagIds = [], version: _, ...plain } = patch
  const tagIds = [...new Set([...record.tagIds, ...addTagIds])].filter(id => !removeTagIds.includes(id))
  const known = Object.fromEntries(Object.entries(plain).filter(([key]) => key in record))
  return { ...record, tagIds, ...known, fields: { ...record.fields, ...fields } }
}
