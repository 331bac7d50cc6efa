import { sql } from 'kysely'
import type { NewEvent } from '../../../../kernel/event.ts'
import { record } from '../../../../platform/events/record.ts'
import { handleEvents } from '../../contacts/events.ts'
import { refreshShown, verifyHandles } from '../../contacts/public.ts'
import { listFields } from '../../fields/public.ts'
import type { Field } from '../../fields/schema.ts'
import { applyTraits } from './apply-traits.ts'
import { joinDevices } from './devices.ts'
import type { IntakeBy } from './intake-by.ts'
import { demote, join, promote } from './joins.ts'
import { addHandles, makeContacts } from './make-contacts.ts'
import { plan, type Plan, type PlannedHandle, type Seen } from './plan.ts'
import { resolveHandles, rootsOf, type FoundHandle } from './resolve.ts'
import { handlesOf, type SightedHandle, type Sighting } from './sighting.ts'
import { givenOf, mergeGiven, type Given } from './traits.ts'

export interface Met {
  /** With which the touchpoint is to be written: the contact of its strongest handle. */
  contactId: string
  /** Whose it is now. */
  rootId: string
  companyId: string | null
  isNew: boolean
}

/**
 * The one door by which channels find or make contacts: for each sighting the contact of its strongest handle. Handles that
 * are new are added, people who turn out to be one are joined (and can be parted again), and what was told fills blank
 * values and those that channels told before. A handful of statements for any number of sightings, in the transaction `tx`.
 */
export async function intake(by: IntakeBy, sightings: readonly Sighting[]): Promise<Met[]> {
  const { seen, handles } = readHandles(by, sightings)
  for (let attempt = 1; ; attempt++) {
    const found = await resolveHandles(by, handles)
    const known = allKnown(seen, found)
    if (known) return known
    await sql`savepoint intake`.execute(by.db)
    const meetings = await write(by, seen, found)
    if (meetings !== null) {
      await sql`release savepoint intake`.execute(by.db)
      return meetings
    }
    // Somebody else has just added one of the handles: look again.
    await sql`rollback to savepoint intake`.execute(by.db)
    if (attempt === 5) throw new Error('Handles kept being added at the same moment.')
  }
}

/**
 * The usual case, decided without a transaction: everybody has been known since before the sighting, and nothing new is
 * told. Null when that is not so.
 */
export async function findKnown(
  by: Pick<IntakeBy, 'db' | 'workspaceId' | 'workspace'>,
  sightings: readonly Sighting[],
): Promise<Met[] | null> {
  if (sightings.some(({ traits }) => traits !== undefined)) return null
  const { seen, handles } = readHandles(by, sightings)
  const found = await resolveHandles(by, handles)
  const isLate = seen.some(({ handles, sighting }) =>
    handles.some(handle => sighting.at < (found.get(handle.key)?.[0]?.createdAt ?? 0)),
  )
  return isLate ? null : allKnown(seen, found)
}

/** What each sighting is recognised by, and all of it once. */
function readHandles({ workspace }: Pick<IntakeBy, 'workspace'>, sightings: readonly Sighting[]) {
  const seen = sightings.map(sighting => ({ sighting, handles: handlesOf(sighting, workspace.country) }))
  const byKey = new Map(seen.flatMap(({ handles }) => handles.map(handle => [handle.key, handle] as const)))
  return { seen, handles: [...byKey.values()] }
}

function allKnown(seen: readonly Seen[], found: ReadonlyMap<string, FoundHandle[]>): Met[] | null {
  const meetings: Met[] = []
  for (const { sighting, handles } of seen) {
    if (sighting.traits !== undefined || sighting.verified !== undefined || handles.length === 0) return null
    const rows = handles.map(handle => found.get(handle.key)?.[0])
    const first = rows[0]
    if (!first) return null
    const isOne = rows.every(row => row?.isIdentifying && row.rootId === first.rootId)
    const isDevice = rows.length === 1 && first.kind === 'device'
    if (!isOne && !isDevice) return null
    meetings.push({ contactId: first.contactId, rootId: first.rootId, companyId: first.companyId, isNew: false })
  }
  return meetings
}

/** Null when another transaction added one of the handles meanwhile. */
async function write(
  by: IntakeBy,
  seen: readonly Seen[],
  found: ReadonlyMap<string, FoundHandle[]>,
): Promise<Met[] | null> {
  const planned = plan(seen, found)
  const definitions = seen.some(({ sighting }) => sighting.traits?.fields) ? await listFields(by, 'contact') : []
  const traits = toldOf(seen, planned, definitions)
  const freshIds = new Set(planned.fresh.map(contact => contact.contactId))
  const events = await makeContacts(by, seen, planned, traits)
  if (!(await addHandles(by, planned.handles, freshIds))) return null
  events.push(...added(planned.handles, freshIds))
  const parted = await demote(by, planned.demoted)
  const joined = await join(by, planned)
  await promote(by, joined)
  const changed = [...parted, ...joined]
  await joinDevices(by, planned.devices, changed)
  const existing = [...new Set(planned.handles.map(handle => handle.contactId).filter(id => !freshIds.has(id)))]
  for (const id of freshIds) traits.delete(id)
  events.push(...(await applyTraits(by, traits)))
  if (existing.length > 0) await refreshShown(by, existing)
  await verify(by, seen)
  if (events.length > 0) await record(by, events)
  const roots = await rootsOf(by, [...new Set(planned.contactIds)])
  return planned.contactIds.map(contactId => ({
    contactId,
    ...(roots.get(contactId) ?? { rootId: contactId, companyId: null }),
    isNew: freshIds.has(contactId),
  }))
}

/** What all sightings tell of each contact; an e-mail or phone is told by being a handle. */
function toldOf(seen: readonly Seen[], { contactIds }: Plan, definitions: Field[]): Map<string, Given> {
  const traits = new Map<string, Given>()
  for (const [index, { sighting, handles }] of seen.entries()) {
    const at = sighting.at.toISOString()
    const given = givenOf(sighting.traits ?? {}, sighting.at, definitions)
    for (const handle of handles)
      if (handle.kind === 'email' || handle.kind === 'phone') given[handle.kind] ??= { value: handle.normal, at }
    if (Object.keys(given).length === 0) continue
    const contactId = contactIds[index]!
    traits.set(contactId, mergeGiven(traits.get(contactId) ?? {}, given))
  }
  return traits
}

function added(handles: readonly PlannedHandle[], fresh: ReadonlySet<string>): NewEvent[] {
  return handles
    .filter(handle => !fresh.has(handle.contactId))
    .map(({ contactId, kind, value }) => handleEvents.added({ id: contactId }, { kind, value }))
}

async function verify(by: IntakeBy, seen: readonly Seen[]): Promise<void> {
  const proven = seen.flatMap(({ sighting, handles }): SightedHandle[] =>
    handles.filter(handle => handle.kind === sighting.verified),
  )
  if (proven.length > 0) await verifyHandles(by, proven, by.now())
}
