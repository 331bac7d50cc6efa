import { record } from '../../../../platform/events/record.ts'
import { refreshShown, lockWithRoots, readTree, setRoots } from '../../contacts/public.ts'
import { openFacts } from '../../facts/public.ts'
import { mergeEvents, naming } from '../events.ts'
import { rootsIn } from '../forest.ts'
import { endMerges, findMerges, readEdges } from '../store.ts'
import type { MergeActor } from './merge-contacts.ts'

/**
 * Takes merges back, thousands at once and in any order: what was merged comes out with all that hangs on it, and those
 * above show what is left. Merges taken back already, and those of a contact in the bin, are left out. Answers with the ids
 * that were taken back. Checks no rights.
 */
export async function unmergeContacts(by: MergeActor, mergeIds: readonly string[]): Promise<string[]> {
  const asked = (await findMerges(by, [...mergeIds])).filter(merge => merge.undoneAt === null)
  if (asked.length === 0) return []
  const both = asked.flatMap(({ survivorId, mergedId }) => [survivorId, mergedId])
  const members = await lockWithRoots(by, both)
  const rootOf = (id: string) => members.get(members.get(id)!.mergedInto ?? id)!
  const live = asked.filter(({ survivorId }) => rootOf(survivorId).deletedAt === null)
  const liveIds = live.map(merge => merge.id)
  const undone = await endMerges(by, liveIds, by.actor.memberId, by.now())
  if (undone.length === 0) return []
  const roots = [...new Set(undone.map(({ survivorId }) => rootOf(survivorId).id))]
  const tree = await readTree(by, roots)
  const ids = tree.map(contact => contact.id)
  const rootNow = rootsIn(ids, await readEdges(by, ids))
  const survivors = new Set([...rootNow].flatMap(([id, root]) => (root === id ? [] : root)))
  const placed = ids.map(id => {
    const root = rootNow.get(id)!
    return { id, mergedInto: root === id ? null : root, hasMerged: survivors.has(id) }
  })
  await setRoots(by, placed)
  const freed = ids.filter(id => rootNow.get(id) === id && !roots.includes(id))
  await openFacts(by, 'contact', freed)
  await refreshShown(by, [...new Set([...undone.map(({ survivorId }) => survivorId), ...freed])])
  const events = undone.flatMap(({ id: mergeId, survivorId, mergedId }) => {
    const [survivor, merged] = [members.get(survivorId)!, members.get(mergedId)!]
    return [
      mergeEvents.unmerged(survivor, { ...naming(merged), mergeId }),
      mergeEvents.unmerged(merged, { ...naming(survivor), mergeId }),
    ]
  })
  await record(by, events)
  return undone.map(merge => merge.id)
}
