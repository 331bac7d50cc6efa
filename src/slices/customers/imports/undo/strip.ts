import { sql } from 'kysely'
import { removeImportedHandles } from '../../contacts/public.ts'
import { refreshContacts } from './refresh.ts'
import type { Step } from './step.ts'

/** Which columns people or other imports have set since, by record: those values are not the import's any more. */
async function readEdits({ tx, workspaceId, importId }: Step, of: 'contact' | 'company', ids: string[]): Promise<Map<string, Set<string>>> {
  const key = sql.ref(of === 'contact' ? 'contact_id' : 'company_id')
  const { rows } = await sql<{ id: string; changes: Record<string, unknown> | null }>`
    select e.subject_id as id, e.data -> 'changes' as changes from events e
    where e.workspace_id = ${workspaceId} and e.${key} = any(${ids}::uuid[]) and e.kind = ${`${of}.changed`} and e.import_id is distinct from ${importId}`.execute(tx)
  const edits = new Map<string, Set<string>>()
  for (const { id, changes } of rows) edits.set(id, new Set([...(edits.get(id) ?? []), ...Object.keys(changes ?? {})]))
  return edits
}

const contactColumns = { jobTitle: 'job_title', companyId: 'company_id', ownerId: 'owner_id', email: 'email', phone: 'phone', street: 'street', city: 'city', region: 'region', postalCode: 'postal_code', country: 'country', language: 'language', timeZone: 'time_zone', birthday: 'birthday' }
const companyColumns = { domain: 'domain', industry: 'industry', employees: 'employees', phone: 'phone', website: 'website', street: 'street', city: 'city', region: 'region', postalCode: 'postal_code', country: 'country', parentId: 'parent_id', ownerId: 'owner_id', sourceId: 'source_id' }

/** Takes back the values that an import gave contacts that stay, but for their names and what was set since. */
export async function stripContacts(step: Step, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await strip(step, 'contact', ids, contactColumns)
  await removeImportedHandles(step.tx, step.workspaceId, step.importId, ids)
  await refreshContacts(step, ids)
}

export async function stripCompanies(step: Step, ids: string[]): Promise<void> {
  if (ids.length > 0) await strip(step, 'company', ids, companyColumns)
}

async function strip(step: Step, of: 'contact' | 'company', ids: string[], columns: Record<string, string>): Promise<void> {
  const edits = await readEdits(step, of, ids)
  const table = sql.table(of === 'contact' ? 'contacts' : 'companies')
  const groups = Map.groupBy(ids, id => Object.keys({ ...columns, fields: '', tagIds: '' }).filter(key => !edits.get(id)?.has(key)).join())
  for (const [keys, some] of groups) {
    const own = new Set(keys.split(','))
    const empty = Object.entries(columns).flatMap(([key, column]) => (own.has(key) ? [sql`${sql.ref(column)} = null`] : []))
    if (own.has('fields')) empty.push(sql`fields = '{}'`)
    if (own.has('tagIds')) empty.push(sql`tag_ids = '{}'`)
    await sql`update ${table} set ${sql.join([...empty, sql`version = version + 1`, sql`updated_at = ${step.now}`])}
      where workspace_id = ${step.workspaceId} and id = any(${some}::uuid[])`.execute(step.tx)
  }
}
