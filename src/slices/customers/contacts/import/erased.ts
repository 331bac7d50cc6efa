import { findErased } from '../../../../platform/erased-handles.ts'
import type { Batch } from '../../imports/public.ts'
import { findHolders } from '../store.ts'
import type { ContactDraft } from './draft.ts'
import { handleKey, matchKeys } from './match.ts'

/** The same of rows that name a person among others. */
export const erasedBy =
  <Draft>(personOf: (draft: Draft) => ContactDraft | null) =>
  (batch: Batch, drafts: readonly Draft[]): Promise<boolean[]> =>
    findErasedContacts(batch, drafts.map(personOf))

/**
 * Which of these rows, by the contact that each names, are about people who were erased and have not come back since: a
 * file must not bring them back.
 */
export async function findErasedContacts(batch: Batch, drafts: readonly (ContactDraft | null)[]): Promise<boolean[]> {
  const keysOfRow = drafts.map(draft => (draft === null ? [] : matchKeys(draft)))
  const wanted = [...new Set(keysOfRow.flat())].map(key => {
    const [kind = ''] = key.split(' ', 1)
    return { kind, normal: key.slice(kind.length + 1) }
  })
  const erased = await findErased(batch, wanted)
  if (erased.size === 0) return drafts.map(() => false)
  const living = new Set((await findHolders(batch, wanted)).map(handleKey))
  return keysOfRow.map(keys => keys.some(key => erased.has(key)) && !keys.some(key => living.has(key)))
}
