import { newId } from '../../../../kernel/ids.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { record } from '../../../../platform/events/record.ts'
import { refreshShown, lockWithRoots, readTree, setRoots, type LockedContact } from '../../contacts/public.ts'
import { mergeEvents, naming } from '../events.ts'
import { joinTrees, type MergedPair } from '../forest.ts'
import type { Evidence, How } from '../merge.ts'
import { insertMerges } from '../store.ts'

/** Who merges: a `Ctx` is one. */
export type MergeActor = Pick<Ctx, 'db' | 'workspaceId' | 'workspace' | 'actor' | 'now'>

export interface MergeRequest extends MergedPair {
  how: How
  evidence?: Evidence
  /** By value (`name`, `address`, `jobTitle`, `fields.shoe_size` …), whose is shown. */
  choices?: Record<string, 'survivor' | 'merged'>
}

/**
 * Merges contacts, thousands at once, and answers with the merges that were made. An id stands for the root that it belongs
 * to. Pairs that are one already, that are not there, or one of whom is in the bin are left out. Checks no rights.
 */
export async function mergeContacts(
  by: MergeActor,
  requests: readonly MergeRequest[],
): Promise<({ id: string } & MergedPair)[]> {
  if (requests.length === 0) return []
  const asked = requests.flatMap(({ survivorId, mergedId }) => [survivorId, mergedId])
  const members = await lockWithRoots(by, asked)
  const { edges, moved } = joinTrees(requests, liveRoots(members))
  if (edges.length === 0) return []
  const now = by.now()
  const made = { memberId: by.actor.memberId, createdAt: now }
  const merges = edges.map(({ survivorId, mergedId, how, evidence = {}, choices = {} }) => {
    return { id: newId(now.getTime()), survivorId, mergedId, how, evidence, choices, ...made }
  })
  await insertMerges(by, merges)
  const below = await readTree(by, [...moved.keys()])
  await setRoots(by, [
    ...below.map(({ id, mergedInto }) => ({ id, mergedInto: moved.get(mergedInto ?? id)!, hasMerged: false })),
    ...[...new Set(moved.values())].map(id => ({ id, mergedInto: null, hasMerged: true })),
  ])
  const survivors = merges.map(merge => merge.survivorId)
  await refreshShown(by, survivors, { fresh: new Set(merges.map(merge => merge.id)) })
  const events = merges.map(({ id, survivorId, mergedId, how }) =>
    mergeEvents.merged(members.get(survivorId)!, { ...naming(members.get(mergedId)!), mergeId: id, how }),
  )
  await record(by, events)
  return merges.map(({ id, survivorId, mergedId }) => ({ id, survivorId, mergedId }))
}

/** Of each contact the root that it belongs to, where that is not in the bin. */
function liveRoots(members: ReadonlyMap<string, LockedContact>): Map<string, string> {
  const roots = new Map<string, string>()
  for (const { id, mergedInto } of members.values()) {
    const root = members.get(mergedInto ?? id)!
    if (root.deletedAt === null) roots.set(id, root.id)
  }
  return roots
}
