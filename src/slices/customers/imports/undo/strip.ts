import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { onOwnRows, removeImportedHandles } from '../../contacts/public.ts'
import { refreshContacts } from './refresh.ts'
import type { Step } from './step.ts'

/** Which columns people or other imports have set since, by record: those values are not the import's any more. */
async function readEdits(
  { tx, workspaceId, importId }: Step,
  of: 'contact' | 'company',
  ids: string[],
): Promise<Map<string, Set<string>>> {
  const key = sql.ref(of === 'contact' ? 'contact_id' : 'company_id')
  const { rows } = await sql<{ id: string; changes: Record<string, unknown> | null }>`
    select e.subject_id as id, e.data -> 'changes' as changes from events e
    where e.workspace_id = ${workspaceId} and e.${key} = any(${ids}::uuid[]) and e.kind = ${`${of}.changed`} and e.import_id is distinct from ${importId}`.execute(
    tx,
  )
  const edits = new Map<string, Set<string>>()
  for (const { id, changes } of rows)
    edits.set(
      id,
      new Set([
        ...(edits.get(id) ?? []),
        ...Object.entries(changes ?? {}).flatMap(([key, change]) => (key === 'fields' ? fieldsIn(change) : key)),
      ]),
    )
  return edits
}

/** The custom fields that a change of all of them touched, as `fields.<key>`. */
function fieldsIn(change: unknown): string[] {
  const [before, after] = change as [Record<string, unknown> | null, Record<string, unknown> | null]
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...keys].filter(key => !isDeepStrictEqual(before?.[key], after?.[key])).map(key => `fields.${key}`)
}

const contactColumns = {
  jobTitle: 'job_title',
  companyId: 'company_id',
  ownerId: 'owner_id',
  street: 'street',
  city: 'city',
  region: 'region',
  postalCode: 'postal_code',
  country: 'country',
  language: 'language',
  timeZone: 'time_zone',
  birthday: 'birthday',
}
const companyColumns = {
  domain: 'domain',
  industry: 'industry',
  employees: 'employees',
  phone: 'phone',
  website: 'website',
  street: 'street',
  city: 'city',
  region: 'region',
  postalCode: 'postal_code',
  country: 'country',
  parentId: 'parent_id',
  ownerId: 'owner_id',
  sourceId: 'source_id',
}

/** Takes back the values that an import gave contacts that stay, but for their names and what was set since. */
export async function stripContacts(step: Step, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await onOwnRows(step.tx, step.workspaceId, ids, async () => {
    await strip(step, 'contact', ids, contactColumns)
    await removeImportedHandles(step.tx, step.workspaceId, step.importId, ids)
    await refreshContacts(step, ids)
  })
}

export async function stripCompanies(step: Step, ids: string[]): Promise<void> {
  if (ids.length > 0) await strip(step, 'company', ids, companyColumns)
}

async function strip(
  step: Step,
  of: 'contact' | 'company',
  ids: string[],
  columns: Record<string, string>,
): Promise<void> {
  const edits = await readEdits(step, of, ids)
  const table = sql.table(of === 'contact' ? 'contacts' : 'companies')
  const groups = Map.groupBy(ids, id => [...(edits.get(id) ?? [])].sort().join('\n'))
  for (const [key, some] of groups) {
    const edited = new Set(key.split('\n'))
    const empty = Object.entries(columns).flatMap(([name, column]) =>
      edited.has(name) ? [] : [sql`${sql.ref(column)} = null`],
    )
    const kept = [...edited].flatMap(name => (name.startsWith('fields.') ? name.slice('fields.'.length) : []))
    empty.push(
      sql`fields = (select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(fields) f where f.key = any(${kept}::text[]))`,
    )
    if (!edited.has('tagIds')) empty.push(sql`tag_ids = '{}'`)
    await sql`update ${table} set ${sql.join([...empty, sql`version = version + 1`, sql`updated_at = ${step.now}`])}
      where workspace_id = ${step.workspaceId} and id = any(${some}::uuid[])`.execute(step.tx)
  }
}
