import { useCallback } from 'react'
import { useCommand } from '../api/use-command.ts'
import type { WebRecord } from './web-record.ts'

export type Change = Readonly<Record<string, unknown>>

/** Changes a record: shown at once wherever it is, taken back when the server refuses. */
export function useChangeRecord(record: WebRecord<any, any>): (id: string, change: Change) => Promise<unknown> {
  const { list, change } = record.endpoints
  const { run } = useCommand(change ?? list, {
    optimistic: (cache, input) => {
      const { params, body } = input as unknown as { params: { id: string }; body: Change }
      cache.patch(list.tag, [params.id], shownRecord => patched(shownRecord, body))
    },
  })
  return useCallback((id, body) => run({ params: { id }, body } as never), [run])
}

interface Loose {
  [key: string]: unknown
  tagIds?: readonly string[]
  fields?: object
}

/** A record, or its row in a list, as it will be after a change. */
export function patched<Record extends object>(record: Record, change: Change): Record {
  const {
    fields,
    addTagIds = [],
    removeTagIds = [],
    version: _,
    ...plain
  } = change as Loose & {
    addTagIds?: readonly string[]
    removeTagIds?: readonly string[]
  }
  const before = record as Loose
  const next: Loose = {}
  for (const [key, value] of Object.entries(plain)) {
    if (!(key in before)) continue
    next[key] = value
    // The name of a record that is no longer chosen goes with it.
    const name = key.replace(/Id$/, 'Name')
    if (value === null && name !== key && name in before) next[name] = null
  }
  if (before.tagIds && plain['tagIds'] === undefined)
    next.tagIds = [...new Set([...before.tagIds, ...addTagIds])].filter(id => !removeTagIds.includes(id))
  if (before.fields) next.fields = { ...before.fields, ...fields }
  return { ...record, ...next }
}
