import { sql } from 'kysely'
import { insertAll } from '../../../../platform/db/row.ts'
import type { NewEvent } from '../../../../kernel/event.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { isGiven, sortNameOf } from '../../../../platform/record/given-name.ts'
import { contactEvents } from '../../contacts/events.ts'
import { onOwnRows, rewriteContacts, searchText, setPrimariesAsShown } from '../../contacts/public.ts'
import { sourceColumns, type SourceRow } from '../../contacts/record.ts'
import type { IntakeBy } from './intake-by.ts'
import { traitChanges, mergeGiven, type Given, type Shown } from './traits.ts'

/** The name that was told, whole or in parts; null when none was. */
export function nameGiven(traits: Given): string | null {
  const parts = [traits['firstName'], traits['lastName']].flatMap(part => part?.value ?? []).join(' ')
  return (traits['name']?.value as string | undefined) ?? (parts || null)
}

/** Values as traits name them: columns, and custom fields as `fields.<key>`. */
export function flat(row: { fields: Record<string, unknown> } & object): Record<string, unknown> {
  const fields = Object.entries(row.fields).map(([key, value]) => [`fields.${key}`, value])
  return { ...row, ...Object.fromEntries(fields) }
}

/** `row` with changed values put where they belong. */
export function withChanges<Row extends { fields: Record<string, unknown> }>(
  row: Row,
  changes: Record<string, unknown>,
): Row {
  const columns: Record<string, unknown> = {}
  const fields = { ...row.fields }
  for (const [name, value] of Object.entries(changes)) {
    if (!name.startsWith('fields.')) columns[name] = value
    else if (value === null) delete fields[name.slice(7)]
    else fields[name.slice(7)] = value
  }
  return { ...row, ...columns, fields }
}

export async function saveTraits(
  by: IntakeBy,
  rows: { contactId: string; given: Given; shown: Shown }[],
): Promise<void> {
  const instead = sql`on conflict (workspace_id, contact_id) do update set given = excluded.given, shown = excluded.shown`
  await insertAll(by, 'intakeTraits', rows, instead)
}

const source = selectOf(sourceColumns, 'c')

interface Known {
  row: SourceRow & { normals: string[] }
  given: Given
  shown: Shown
}

/** Adds what was told to contacts that are there, to their own values; answers the events of what changed. */
export async function applyTraits(by: IntakeBy, traits: ReadonlyMap<string, Given>): Promise<NewEvent[]> {
  if (traits.size === 0) return []
  return onOwnRows(by, [...traits.keys()], () => write(by, traits))
}

async function write(by: IntakeBy, traits: ReadonlyMap<string, Given>): Promise<NewEvent[]> {
  const known = await readKnown(by, [...traits.keys()])
  const rewritten: Parameters<typeof rewriteContacts>[1][number][] = []
  const saved: { contactId: string; given: Given; shown: Shown }[] = []
  const events: NewEvent[] = []
  for (const { row, given: before, shown } of known) {
    const { normals, ...contact } = row
    const given = mergeGiven(before, traits.get(row.id)!)
    const name = nameGiven(given)
    const withName = name === null ? given : { ...given, name: { value: name, at: '' } }
    const isHandle = normals.includes(contact.name) || normals.some(normal => normal.endsWith(`:${contact.name}`))
    const visitor = isHandle || !isGiven(contact.name) ? [{ name: contact.name }] : []
    const { changes, shown: nowShown } = traitChanges(flat(contact), withName, [shown, ...visitor])
    if (changes['name'] === null) delete changes['name']
    saved.push({ contactId: row.id, given, shown: nowShown })
    if (Object.keys(changes).length === 0) continue
    const next = withChanges(contact, changes)
    rewritten.push({
      ...next,
      sortName: sortNameOf(next.name),
      searchText: searchText(
        next.name,
        normals.map(normal => ({ normal })),
      ),
    })
    const differences = Object.fromEntries(
      Object.entries(changes).map(([key, value]): [string, [unknown, unknown]] => [
        key,
        [flat(contact)[key] ?? null, value],
      ]),
    )
    events.push(contactEvents.changed(next, { changes: differences }))
  }
  await saveTraits(by, saved)
  await rewriteContacts(by, rewritten, by.now())
  const ids = rewritten.map(row => row.id)
  if (ids.length > 0) await setPrimariesAsShown(by, ids)
  return events
}

async function readKnown(by: IntakeBy, ids: string[]): Promise<Known[]> {
  const { rows } = await sql<SourceRow & { normals: string[]; given: Given | null; shown: Shown | null }>`
    with locked as materialized (
      select ${source} from contacts c where c.workspace_id = ${by.workspaceId} and c.id = any(${ids}::uuid[]) order by c.id for no key update)
    select locked.*, t.given, t.shown,
      array(select h.normal from handles h where h.workspace_id = ${by.workspaceId} and h.contact_id = locked.id and h.deleted_at is null) as normals
    from locked
    left join intake_traits t on t.workspace_id = ${by.workspaceId} and t.contact_id = locked.id`.execute(by.db)
  return rows.map(({ given, shown, ...row }) => ({ row, given: given ?? {}, shown: shown ?? {} }))
}
