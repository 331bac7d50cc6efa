import { findErased } from '../../../../platform/erased-handles.ts'
import { findHolders } from '../../contacts/public.ts'
import { handleKey, keysOf } from '../match.ts'
import type { ContactDraft, Drafts } from '../rows/draft.ts'
import type { Batch } from './batch.ts'

export const erasedReason = 'This person was erased: the row is left out, and nothing of it is kept.'

/** The rows of people who were erased and have not come back since: a file must not bring them back. */
export async function findErasedRows<Row extends { row: { draft: Drafts[keyof Drafts] } | null }>(
  { tx, run }: Batch,
  rows: readonly Row[],
): Promise<Set<Row>> {
  const keysOfRow = new Map(
    rows.map(one => [one, one.row === null ? [] : peopleOf(one.row.draft).flatMap(draft => keysOf(draft))]),
  )
  const wanted = [...new Set([...keysOfRow.values()].flat())].map(key => {
    const [kind = ''] = key.split(' ', 1)
    return { kind, normal: key.slice(kind.length + 1) }
  })
  const erased = await findErased(tx, run, run.workspaceId, wanted)
  if (erased.size === 0) return new Set()
  const living = new Set((await findHolders(tx, run.workspaceId, wanted)).map(handleKey))
  return new Set(
    rows.filter(one => {
      const keys = keysOfRow.get(one)!
      return keys.some(key => erased.has(key)) && !keys.some(key => living.has(key))
    }),
  )
}

function peopleOf(draft: Drafts[keyof Drafts]): ContactDraft[] {
  if ('customer' in draft) return draft.customer ? [draft.customer] : []
  if ('contact' in draft) return draft.contact ? [draft.contact] : []
  return 'handles' in draft ? [draft] : []
}
