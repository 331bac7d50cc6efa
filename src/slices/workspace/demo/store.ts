import { sql, type RawBuilder } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import { rightsChanged } from '../../../platform/auth/rights.ts'
import type { Db } from '../../../platform/db/database.ts'
import { acrossWorkspaces } from '../../../platform/db/guard/guard.ts'

/** Locks the workspace; false when it holds no demo. */
export async function lockDemo(tx: Db, workspaceId: WorkspaceId): Promise<boolean> {
  const row = await tx
    .selectFrom('workspaces')
    .select('isDemo')
    .where('id', '=', workspaceId)
    .forUpdate()
    .executeTakeFirst()
  return row?.isDemo ?? false
}

type DemoTable = 'contacts' | 'companies' | 'orders' | 'returns' | 'notes' | 'tasks' | 'files'

const isIn = (workspaceId: WorkspaceId, column: RawBuilder<unknown>, table: DemoTable) =>
  sql<boolean>`${column} in (select d.id from ${sql.table(table)} d where d.workspace_id = ${workspaceId} and d.is_demo)`

/** The columns in which records point at others, and at whose. */
const pointers: { table: DemoTable; column: string; to: DemoTable }[] = [
  { table: 'contacts', column: 'company_id', to: 'companies' },
  { table: 'contacts', column: 'merged_into', to: 'contacts' },
  { table: 'companies', column: 'parent_id', to: 'companies' },
  { table: 'orders', column: 'contact_id', to: 'contacts' },
  { table: 'orders', column: 'company_id', to: 'companies' },
  { table: 'returns', column: 'contact_id', to: 'contacts' },
  { table: 'returns', column: 'company_id', to: 'companies' },
  { table: 'returns', column: 'order_id', to: 'orders' },
  { table: 'notes', column: 'contact_id', to: 'contacts' },
  { table: 'notes', column: 'company_id', to: 'companies' },
  { table: 'tasks', column: 'contact_id', to: 'contacts' },
  { table: 'tasks', column: 'company_id', to: 'companies' },
  { table: 'files', column: 'contact_id', to: 'contacts' },
  { table: 'files', column: 'company_id', to: 'companies' },
]

/** Lets go of demo records in one's own records. */
export async function detachRecords(tx: Db, workspaceId: WorkspaceId): Promise<void> {
  for (const { table, column, to } of pointers) {
    const pointer = sql.ref(`own.${column}`)
    await sql`update ${sql.table(table)} own set ${sql.ref(column)} = null
      where own.workspace_id = ${workspaceId} and not own.is_demo and ${pointer} is not null and ${isIn(workspaceId, pointer, to)}`.execute(
      tx,
    )
  }
  const { rows } = await sql<{ object: string; key: string; type: string }>`
    select object, key, type from fields where workspace_id = ${workspaceId} and type in ('contact', 'company')`.execute(
    tx,
  )
  for (const { object, key, type } of rows) {
    const table = { contact: 'contacts', company: 'companies', order: 'orders' }[object]!
    const to = type === 'contact' ? 'contacts' : 'companies'
    await sql`update ${sql.table(table)} own set fields = own.fields - ${key}::text
      where own.workspace_id = ${workspaceId} and not own.is_demo and own.fields ? ${key}::text
        and ${isIn(workspaceId, sql`(own.fields ->> ${key}::text)::uuid`, to)}`.execute(tx)
  }
}

export interface Affected {
  contactIds: string[]
  companyIds: string[]
}

/** One's own records whose facts count events of demo contacts, or that a merge with one hides. */
export async function findAffected(tx: Db, workspaceId: WorkspaceId): Promise<Affected> {
  const contacts = await sql<{ id: string }>`
    select own.id from contacts own where own.workspace_id = ${workspaceId} and not own.is_demo and (
      own.merged_into is not null and ${isIn(workspaceId, sql`own.merged_into`, 'contacts')}
      or own.has_merged and exists (select from contacts m where m.workspace_id = ${workspaceId} and m.merged_into = own.id and m.is_demo))`.execute(
    tx,
  )
  const companies = await sql<{ id: string }>`
    select distinct e.company_id as id from events e join companies own on own.workspace_id = e.workspace_id and own.id = e.company_id and not own.is_demo
    where e.workspace_id = ${workspaceId} and ${isIn(workspaceId, sql`e.contact_id`, 'contacts')}`.execute(tx)
  return { contactIds: contacts.rows.map(row => row.id), companyIds: companies.rows.map(row => row.id) }
}

/** Merges of a demo contact with one's own. */
export async function findMixedMerges(tx: Db, workspaceId: WorkspaceId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from merges m
      join contacts s on s.workspace_id = m.workspace_id and s.id = m.survivor_id
      join contacts d on d.workspace_id = m.workspace_id and d.id = m.merged_id
    where m.workspace_id = ${workspaceId} and m.undone_at is null and s.is_demo <> d.is_demo`.execute(tx)
  return rows.map(row => row.id)
}

/** Contacts that no longer hold merged ones say so. */
export async function recountMerges(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  await sql`update contacts own set has_merged = exists (select from contacts m where m.workspace_id = ${workspaceId} and m.merged_into = own.id)
    where own.workspace_id = ${workspaceId} and own.id = any(${ids}::uuid[])`.execute(tx)
}

/** Takes the demo out of the log; events of one's own orders, notes, tasks and files stay without the demo contact. */
export async function deleteEvents(tx: Db, workspaceId: WorkspaceId, otherSubjects: string[]): Promise<void> {
  const subjects = ['orders', 'returns', 'notes', 'tasks', 'files'] as const
  for (const table of subjects) {
    await sql`update events e set contact_id = null from ${sql.table(table)} own
      where e.workspace_id = ${workspaceId} and own.workspace_id = e.workspace_id and own.id = e.subject_id and not own.is_demo
        and ${isIn(workspaceId, sql`e.contact_id`, 'contacts')}`.execute(tx)
    await sql`update events e set company_id = null from ${sql.table(table)} own
      where e.workspace_id = ${workspaceId} and own.workspace_id = e.workspace_id and own.id = e.subject_id and not own.is_demo
        and ${isIn(workspaceId, sql`e.company_id`, 'companies')}`.execute(tx)
  }
  await sql`delete from events e where e.workspace_id = ${workspaceId} and ${isIn(workspaceId, sql`e.contact_id`, 'contacts')}`.execute(
    tx,
  )
  await sql`update events e set company_id = null from contacts own
    where e.workspace_id = ${workspaceId} and own.workspace_id = e.workspace_id and own.id = e.contact_id
      and ${isIn(workspaceId, sql`e.company_id`, 'companies')}`.execute(tx)
  await sql`delete from events e where e.workspace_id = ${workspaceId} and ${isIn(workspaceId, sql`e.company_id`, 'companies')}`.execute(
    tx,
  )
  for (const table of subjects) {
    await sql`delete from events e where e.workspace_id = ${workspaceId} and ${isIn(workspaceId, sql`e.subject_id`, table)}`.execute(
      tx,
    )
  }
  await sql`delete from events e where e.workspace_id = ${workspaceId} and e.subject_id = any(${otherSubjects}::uuid[])`.execute(
    tx,
  )
}

export async function listDemoFiles(tx: Db, workspaceId: WorkspaceId): Promise<string[]> {
  const rows = await tx
    .selectFrom('files')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('isDemo', '=', true)
    .execute()
  return rows.map(row => row.id)
}

/** Deletes the demo's records, what points at others first; tells how many of each there were. */
export async function deleteRecords(tx: Db, workspaceId: WorkspaceId): Promise<Record<DemoTable, number>> {
  for (const [facts, column, table] of [
    ['contact_facts', 'contact_id', 'contacts'],
    ['company_facts', 'company_id', 'companies'],
  ] as const) {
    await sql`delete from ${sql.table(facts)} f where f.workspace_id = ${workspaceId} and ${isIn(workspaceId, sql.ref(`f.${column}`), table)}`.execute(
      tx,
    )
  }
  await sql`delete from form_slugs s using forms f where f.workspace_id = ${workspaceId} and f.is_demo and s.form_id = f.id`.execute(
    tx,
  )
  await sql`delete from identity_runs where workspace_id = ${workspaceId}`.execute(tx)
  await sql`delete from identity_models where workspace_id = ${workspaceId}`.execute(tx)
  await sql`delete from form_submissions where workspace_id = ${workspaceId} and is_demo`.execute(tx)
  await sql`delete from forms where workspace_id = ${workspaceId} and is_demo`.execute(tx)
  await sql`delete from events e where e.workspace_id = ${workspaceId} and e.subject_id in (
      select s.id from collect_sources s where s.workspace_id = ${workspaceId} and s.is_demo)`.execute(tx)
  await sql`delete from collect_keys k using collect_sources s where s.workspace_id = ${workspaceId} and s.is_demo and k.workspace_id = s.workspace_id and k.source_id = s.id`.execute(
    tx,
  )
  await sql`delete from collect_sources where workspace_id = ${workspaceId} and is_demo`.execute(tx)
  const counts: Partial<Record<DemoTable, number>> = {}
  for (const table of ['returns', 'orders', 'notes', 'tasks', 'files', 'contacts', 'companies'] as const) {
    const { numAffectedRows } =
      await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId} and is_demo`.execute(tx)
    counts[table] = Number(numAffectedRows)
  }
  return counts as Record<DemoTable, number>
}

/** Deletes demo tags, fields and teams; those that one's own records use become one's own. */
export async function settleVocabulary(tx: Db, workspaceId: WorkspaceId): Promise<void> {
  const uses = {
    tags: sql`exists (select from contacts r where r.workspace_id = ${workspaceId} and r.tag_ids && array[d.id])
      or exists (select from companies r where r.workspace_id = ${workspaceId} and r.tag_ids && array[d.id])`,
    fields: sql`case d.object
      when 'contact' then exists (select from contacts r where r.workspace_id = ${workspaceId} and r.fields ? d.key)
      when 'company' then exists (select from companies r where r.workspace_id = ${workspaceId} and r.fields ? d.key)
      else exists (select from orders r where r.workspace_id = ${workspaceId} and r.fields ? d.key) end`,
    teams: sql`exists (select from team_members t join members m on m.workspace_id = t.workspace_id and m.id = t.member_id and not m.is_demo
      where t.workspace_id = ${workspaceId} and t.team_id = d.id)`,
  }
  for (const [table, isUsed] of Object.entries(uses)) {
    await sql`update ${sql.table(table)} d set is_demo = false where d.workspace_id = ${workspaceId} and d.is_demo and (${isUsed})`.execute(
      tx,
    )
    if (table === 'teams') await detachTeams(tx, workspaceId)
    await sql`delete from ${sql.table(table)} where workspace_id = ${workspaceId} and is_demo`.execute(tx)
  }
}

async function detachTeams(tx: Db, workspaceId: WorkspaceId): Promise<void> {
  for (const table of ['contacts', 'companies'] as const) {
    await sql`update ${sql.table(table)} own set team_id = null where own.workspace_id = ${workspaceId} and own.team_id in (
      select t.id from teams t where t.workspace_id = ${workspaceId} and t.is_demo)`.execute(tx)
  }
}

export async function listDemoMembers(
  tx: Db,
  workspaceId: WorkspaceId,
  except: string | null,
): Promise<{ id: string; userId: string | null }[]> {
  return tx
    .selectFrom('members')
    .select(['id', 'userId'])
    .where('workspaceId', '=', workspaceId)
    .where('isDemo', '=', true)
    .where('id', 'is distinct from', except)
    .execute()
}

/** Deletes the members and hands what they owned to nobody. */
export async function deleteMembers(tx: Db, workspaceId: WorkspaceId, ids: string[]): Promise<void> {
  for (const [table, column] of [
    ['contacts', 'owner_id'],
    ['companies', 'owner_id'],
    ['forms', 'owner_id'],
    ['tasks', 'assignee_id'],
  ] as const) {
    await sql`update ${sql.table(table)} own set ${sql.ref(column)} = null
      where own.workspace_id = ${workspaceId} and ${sql.ref(`own.${column}`)} = any(${ids}::uuid[])`.execute(tx)
  }
  await sql`delete from members where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx)
  rightsChanged(tx)
}

/** Deletes accounts that belong to no workspace any more. */
export async function deleteUsers(tx: Db, userIds: string[]): Promise<void> {
  if (userIds.length === 0) return
  const { rows } = await sql<{
    id: string
  }>`${sql.raw(acrossWorkspaces)} select u.id from users u where u.id = any(${userIds}::uuid[])
    and not exists (select from members m join workspaces w on w.id = m.workspace_id where m.user_id = u.id)`.execute(
    tx,
  )
  if (rows.length > 0)
    await tx
      .deleteFrom('users')
      .where(
        'id',
        'in',
        rows.map(row => row.id),
      )
      .execute()
}

/** The workspace is one's own from now on, and its name says so. */
export async function endDemo(tx: Db, workspaceId: WorkspaceId): Promise<void> {
  await sql`update workspaces set is_demo = false, name = regexp_replace(name, ' \\(demo\\)$', '') where id = ${workspaceId}`.execute(
    tx,
  )
  await tx
    .updateTable('members')
    .set({ isDemo: false })
    .where('workspaceId', '=', workspaceId)
    .where('isDemo', '=', true)
    .execute()
  rightsChanged(tx)
}
