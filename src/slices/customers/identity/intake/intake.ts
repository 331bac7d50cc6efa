import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '../../../../platform/context.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { insertRows } from '../../../../platform/db/insert-rows.ts'
import { record, type NewEvent } from '../../../../platform/events/record.ts'
import { newId } from '../../../../kernel/ids.ts'
import { insertContacts, refreshShown, searchText, type NewContact } from '../../contacts/public.ts'
import { listFields } from '../../fields/public.ts'
import type { Field } from '../../fields/schema.ts'
import { mergeContacts, unmergeContacts } from '../../merges/public.ts'
import { applyTraits, emptyRow, saveTraits, sortNameOf, toldName, visitorName, withChanges } from './apply-traits.ts'
import { joinDevices } from './devices.ts'
import { plan, type Plan, type PlannedHandle, type Seen } from './plan.ts'
import { resolveHandles, rootsOf, type FoundHandle } from './resolve.ts'
import { handlesOf, type SightedHandle, type Sighting } from './sighting.ts'
import { changesOf, givenOf, mergeGiven, type Given } from './traits.ts'

/** On whose behalf: a `Ctx` is one. */
export type IntakeBy = Pick<Ctx, 'workspaceId' | 'workspace' | 'actor' | 'now'>

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
export async function intake(tx: Db, by: IntakeBy, sightings: readonly Sighting[]): Promise<Met[]> {
  const seen = sightings.map(sighting => ({ sighting, handles: handlesOf(sighting, by.workspace.country) }))
  const handles = [...new Map(seen.flatMap(one => one.handles.map(handle => [handle.key, handle] as const))).values()]
  for (let attempt = 1; ; attempt++) {
    const found = await resolveHandles(tx, by.workspaceId, handles)
    const known = allKnown(seen, found)
    if (known) return known
    await sql`savepoint intake`.execute(tx)
    const met = await write(tx, by, seen, found)
    if (met !== null) {
      await sql`release savepoint intake`.execute(tx)
      return met
    }
    // Somebody else has just added one of the handles: look again.
    await sql`rollback to savepoint intake`.execute(tx)
    if (attempt === 5) throw new Error('Handles kept being added at the same moment.')
  }
}

/**
 * The usual case, decided without a transaction: everybody has been known since before the sighting, and nothing new is
 * told. Null when that is not so.
 */
export async function findKnown(
  db: Db,
  by: Pick<IntakeBy, 'workspaceId' | 'workspace'>,
  sightings: readonly Sighting[],
): Promise<Met[] | null> {
  if (sightings.some(({ traits }) => traits !== undefined)) return null
  const seen = sightings.map(sighting => ({ sighting, handles: handlesOf(sighting, by.workspace.country) }))
  const handles = [...new Map(seen.flatMap(one => one.handles.map(handle => [handle.key, handle] as const))).values()]
  const found = await resolveHandles(db, by.workspaceId, handles)
  const isLate = seen.some(one =>
    one.handles.some(handle => one.sighting.at < (found.get(handle.key)?.[0]?.createdAt ?? 0)),
  )
  return isLate ? null : allKnown(seen, found)
}

function allKnown(seen: readonly Seen[], found: ReadonlyMap<string, FoundHandle[]>): Met[] | null {
  const met: Met[] = []
  for (const { sighting, handles } of seen) {
    if (sighting.traits !== undefined || sighting.verified !== undefined || handles.length === 0) return null
    const rows = handles.map(handle => found.get(handle.key)?.[0])
    const first = rows[0]
    if (!first) return null
    const isOne = rows.every(row => row?.isIdentifying && row.rootId === first.rootId)
    const isDevice = rows.length === 1 && first.kind === 'device'
    if (!isOne && !isDevice) return null
    met.push({ contactId: first.contactId, rootId: first.rootId, companyId: first.companyId, isNew: false })
  }
  return met
}

/** Null when another transaction added one of the handles meanwhile. */
async function write(
  tx: Db,
  by: IntakeBy,
  seen: readonly Seen[],
  found: ReadonlyMap<string, FoundHandle[]>,
): Promise<Met[] | null> {
  const planned = plan(seen, found)
  const definitions = seen.some(({ sighting }) => sighting.traits?.fields)
    ? await listFields(tx, by.workspaceId, 'contact')
    : []
  const told = toldOf(seen, planned, definitions)
  const freshIds = new Set(planned.fresh.map(contact => contact.contactId))
  const events = await makeContacts(tx, by, seen, planned, told)
  if (!(await addHandles(tx, by, planned.handles, freshIds))) return null
  events.push(...added(planned.handles, freshIds))
  const parted = await demote(tx, by, planned.demoted)
  const joined = await join(tx, by, planned)
  await promote(tx, by, joined)
  const changed = [...parted, ...joined]
  await joinDevices(tx, by, planned.devices, changed)
  const existing = [...new Set(planned.handles.map(handle => handle.contactId).filter(id => !freshIds.has(id)))]
  for (const id of freshIds) told.delete(id)
  events.push(...(await applyTraits(tx, by, told)))
  if (existing.length > 0) await refreshShown(tx, by.workspaceId, existing)
  await verify(tx, by, seen)
  if (events.length > 0) await record(tx, by, events)
  const roots = await rootsOf(tx, by.workspaceId, [...new Set(planned.contactIds)])
  return planned.contactIds.map(contactId => ({
    contactId,
    ...(roots.get(contactId) ?? { rootId: contactId, companyId: null }),
    isNew: freshIds.has(contactId),
  }))
}

/** What all sightings tell of each contact; an e-mail or phone is told by being a handle. */
function toldOf(seen: readonly Seen[], { contactIds }: Plan, definitions: Field[]): Map<string, Given> {
  const told = new Map<string, Given>()
  for (const [index, { sighting, handles }] of seen.entries()) {
    const at = sighting.at.toISOString()
    const given = givenOf(sighting.traits ?? {}, sighting.at, definitions)
    for (const handle of handles)
      if (handle.kind === 'email' || handle.kind === 'phone') given[handle.kind] ??= { value: handle.normal, at }
    if (Object.keys(given).length === 0) continue
    const contactId = contactIds[index]!
    told.set(contactId, mergeGiven(told.get(contactId) ?? {}, given))
  }
  return told
}

async function makeContacts(
  tx: Db,
  by: IntakeBy,
  seen: readonly Seen[],
  { fresh, handles }: Plan,
  told: ReadonlyMap<string, Given>,
): Promise<NewEvent[]> {
  if (fresh.length === 0) return []
  const ownHandles = new Map<string, PlannedHandle[]>()
  for (const handle of handles) ownHandles.set(handle.contactId, [...(ownHandles.get(handle.contactId) ?? []), handle])
  const traits: Parameters<typeof saveTraits>[2] = []
  const contacts = fresh.map(({ contactId, isDevice, sightings }): NewContact => {
    const own = ownHandles.get(contactId) ?? []
    const first = seen[sightings[0]!]!.sighting
    const given = told.get(contactId) ?? {}
    const lifecycle = isDevice ? 'stranger' : 'lead'
    const name = toldName(given) ?? nameByHandle(own)
    const { changes, shown } = changesOf({}, given, [])
    if (Object.keys(given).length > 0) traits.push({ contactId, given, shown: { ...shown, name } })
    const blank = { ...emptyRow, fields: {} as Record<string, unknown> }
    const normals = own.map(handle => handle.normal)
    return {
      ...withChanges(blank, changes),
      id: contactId,
      name,
      lifecycle,
      sortName: sortNameOf(name, lifecycle),
      searchText: searchText(name, normals),
      source: first.source,
      isDemo: first.isDemo ?? false,
      createdAt: first.at < by.now() ? first.at : by.now(),
    }
  })
  await insertContacts(tx, by.workspaceId, contacts, by.now())
  await saveTraits(tx, by, traits)
  return contacts
    .filter(contact => contact.lifecycle !== 'stranger')
    .map(contact => ({
      kind: 'contact.created',
      contactId: contact.id,
      companyId: contact.companyId,
      subjectType: 'contact',
      subjectId: contact.id,
      data: { name: contact.name, source: contact.source },
    }))
}

function nameByHandle(handles: readonly PlannedHandle[]): string {
  const of = (kind: string) => handles.find(handle => handle.kind === kind)
  const best = of('email') ?? of('phone') ?? handles[0]
  if (!best) return 'No name'
  if (best.kind === 'device') return visitorName(best.normal)
  return best.kind === 'external' ? best.normal.slice(best.normal.indexOf(':') + 1) : best.normal
}

/** In the order of the unique index, so that two who add the same handles wait for each other in one direction only. */
async function addHandles(
  tx: Db,
  by: IntakeBy,
  handles: readonly PlannedHandle[],
  fresh: ReadonlySet<string>,
): Promise<boolean> {
  if (handles.length === 0) return true
  const firsts = new Set<string>()
  const rows = [...handles]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.contactId < b.contactId ? -1 : 1))
    .map(({ contactId, kind, value, normal, isIdentifying, source }) => {
      const first = `${contactId} ${kind}`
      const isPrimary = fresh.has(contactId) && !firsts.has(first)
      firsts.add(first)
      return { id: newId(), contactId, kind, value, normal, isIdentifying, isPrimary, source, createdAt: by.now() }
    })
  const inserted = await insertRows<(typeof rows)[number], { id: string }>(
    tx,
    by.workspaceId,
    'handles',
    {
      id: 'uuid',
      contactId: 'uuid',
      kind: 'text',
      value: 'text',
      normal: 'text',
      isIdentifying: 'boolean',
      isPrimary: 'boolean',
      source: 'text',
      createdAt: 'timestamptz',
    },
    rows,
    sql`on conflict (workspace_id, kind, normal) where is_identifying and deleted_at is null do nothing returning id`,
  )
  return inserted.length === rows.length
}

function added(handles: readonly PlannedHandle[], fresh: ReadonlySet<string>): NewEvent[] {
  return handles
    .filter(handle => !fresh.has(handle.contactId))
    .map(({ contactId, kind, value }) => ({
      kind: 'handle.added',
      contactId,
      subjectType: 'contact',
      subjectId: contactId,
      data: { kind, value },
    }))
}

/** A handle of several people joins nobody any more, and what it has joined is parted again. */
async function demote(tx: Db, by: IntakeBy, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const parts = keys.map(key => [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)] as const)
  await sql`
    update handles h set is_identifying = false
    where h.workspace_id = ${by.workspaceId} and h.is_identifying and h.deleted_at is null
      and (h.kind, h.normal) in (select * from unnest(${parts.map(([kind]) => kind)}::text[], ${parts.map(([, normal]) => normal)}::text[]))`.execute(
    tx,
  )
  const marks = JSON.stringify(keys.map(markOf))
  const { rows } = await sql<{ id: string; survivorId: string; mergedId: string }>`
    select m.id, m.survivor_id, m.merged_id
    from handles h
      join contacts c on c.workspace_id = h.workspace_id and c.id = h.contact_id
      join contacts t on t.workspace_id = c.workspace_id and (t.id = coalesce(c.merged_into, c.id) or t.merged_into = coalesce(c.merged_into, c.id))
      join merges m on m.workspace_id = t.workspace_id and m.merged_id = t.id and m.undone_at is null
    where h.workspace_id = ${by.workspaceId} and h.deleted_at is null and m.how = 'certain' and m.evidence -> 'marks' <@ ${marks}::jsonb
      and (h.kind, h.normal) in (select * from unnest(${parts.map(([kind]) => kind)}::text[], ${parts.map(([, normal]) => normal)}::text[]))
    group by 1, 2, 3`.execute(tx)
  if (rows.length === 0) return []
  await unmergeContacts(
    tx,
    by,
    rows.map(row => row.id),
  )
  return rows.flatMap(row => [row.survivorId, row.mergedId])
}

/** What was several people's is one person's again when these turn out to be one. */
async function promote(tx: Db, by: IntakeBy, joined: readonly string[]): Promise<void> {
  if (joined.length === 0) return
  await sql`
    with roots as (
      select coalesce(c.merged_into, c.id) as id from contacts c where c.workspace_id = ${by.workspaceId} and c.id = any(${joined}::uuid[])),
    shared as (
      select distinct h.kind, h.normal
      from contacts c join handles h on h.workspace_id = c.workspace_id and h.contact_id = c.id
      where c.workspace_id = ${by.workspaceId} and (c.id in (select id from roots) or c.merged_into in (select id from roots))
        and h.kind in ('phone', 'website') and not h.is_identifying and h.deleted_at is null),
    owned as (
      select (array_agg(h.id order by h.id))[1] as id
      from shared join handles h on h.kind = shared.kind and h.normal = shared.normal
        join contacts c on c.workspace_id = h.workspace_id and c.id = h.contact_id
      where h.workspace_id = ${by.workspaceId} and h.deleted_at is null
      group by h.kind, h.normal having count(distinct coalesce(c.merged_into, c.id)) = 1 and not bool_or(h.is_identifying))
    update handles h set is_identifying = true from owned where h.workspace_id = ${by.workspaceId} and h.id = owned.id`.execute(
    tx,
  )
}

/** Joins people who turned out to be one, unless somebody has said that they are not. */
async function join(tx: Db, by: IntakeBy, { joins }: Plan): Promise<string[]> {
  if (joins.length === 0) return []
  const parted = await notTheSame(tx, by, [...new Set(joins.flatMap(({ contactIds }) => contactIds))])
  const merges = joins.flatMap(({ contactIds: [survivorId, ...others], by: keys }) =>
    others
      .filter(mergedId => !parted.has(`${survivorId} ${mergedId}`))
      .map(mergedId => ({
        survivorId: survivorId!,
        mergedId,
        how: 'certain' as const,
        evidence: { handles: [...new Set(keys.map(kindOf))], marks: keys.map(markOf) },
      })),
  )
  const made = await mergeContacts(tx, by, merges)
  return made.flatMap(({ survivorId, mergedId }) => [survivorId, mergedId])
}

/** By which a merge tells which handles made it without holding them: nobody can be found by it after an erasure. */
function markOf(key: string): string {
  return createHash('sha1').update(key).digest('hex').slice(0, 10)
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf(' '))
}

/** Pairs of these contacts of whose people somebody said that they are not the same. */
async function notTheSame(tx: Db, by: IntakeBy, contactIds: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ a: string; b: string }>`
    with given as (
      select c.id, coalesce(c.merged_into, c.id) as root_id from contacts c where c.workspace_id = ${by.workspaceId} and c.id = any(${contactIds}::uuid[])),
    apart as (
      select coalesce(a.merged_into, a.id) as a_id, coalesce(b.merged_into, b.id) as b_id
      from identity_decisions d
        join contacts a on a.workspace_id = d.workspace_id and a.id = d.a_id
        join contacts b on b.workspace_id = d.workspace_id and b.id = d.b_id
      where d.workspace_id = ${by.workspaceId} and d.verdict = 'different'
        and (d.a_id = any(array(select m.id from contacts m where m.workspace_id = ${by.workspaceId} and (m.id in (select root_id from given) or m.merged_into in (select root_id from given))))
          or d.b_id = any(array(select m.id from contacts m where m.workspace_id = ${by.workspaceId} and (m.id in (select root_id from given) or m.merged_into in (select root_id from given))))))
    select one.id as a, other.id as b from apart join given one on one.root_id = apart.a_id join given other on other.root_id = apart.b_id`.execute(
    tx,
  )
  return new Set(rows.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
}

async function verify(tx: Db, by: IntakeBy, seen: readonly Seen[]): Promise<void> {
  const proven = seen.flatMap(({ sighting, handles }): SightedHandle[] =>
    handles.filter(handle => handle.kind === sighting.verified),
  )
  if (proven.length === 0) return
  await sql`
    update handles h set verified_at = ${by.now()}
    where h.workspace_id = ${by.workspaceId} and h.deleted_at is null and h.verified_at is null
      and (h.kind, h.normal) in (select * from unnest(${proven.map(({ kind }) => kind)}::text[], ${proven.map(({ normal }) => normal)}::text[]))`.execute(
    tx,
  )
}
