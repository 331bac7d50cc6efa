import { sql, type RawBuilder } from 'kysely'
import { removeCompanies } from '../../companies/public.ts'
import { removeContacts } from '../../contacts/public.ts'
import { refold } from '../../facts/public.ts'
import { removeUnusedFields } from '../../fields/public.ts'
import { removeNotes } from '../../notes/public.ts'
import { removeOrders, removeReturns } from '../../orders/public.ts'
import { stripCompanies, stripContacts } from './strip.ts'
import { keep, type Step } from './step.ts'

const batchSize = 1000

interface Candidate {
  id: string
  name: string
  /** Why it cannot go; null when nothing depends on it. */
  reason: string | null
  contactId?: string | null
  companyId?: string | null
}

/** Takes away a batch of the notes that the import made; answers how many it looked at. */
export async function undoNotes(step: Step): Promise<number> {
  const rows = await candidates(
    step,
    sql`
    select n.id, left(n.body, 60) as name, ${editedSince(step, sql`n.id`, ['note.edited'])} as reason from notes n
    where n.workspace_id = ${step.workspaceId} and n.import_id = ${step.importId} order by n.id limit ${batchSize}`,
  )
  const { gone, kept } = split(step, 'note', rows)
  await forget(step, gone)
  await removeNotes(step.tx, step.workspaceId, gone)
  step.result.removed.notes += gone.length
  await detach(step, 'notes', kept)
  return rows.length
}

export async function undoReturns(step: Step): Promise<number> {
  const rows = await candidates(
    step,
    sql`
    select r.id, r.number as name, null as reason, r.contact_id, r.company_id from returns r
    where r.workspace_id = ${step.workspaceId} and r.import_id = ${step.importId} order by r.id limit ${batchSize}`,
  )
  const gone = rows.map(row => row.id)
  await forget(step, gone)
  await removeReturns(step.tx, step.workspaceId, gone)
  await recount(step, rows)
  step.result.removed.returns += gone.length
  return rows.length
}

export async function undoOrders(step: Step): Promise<number> {
  const rows = await candidates(
    step,
    sql`
    select o.id, o.number as name, o.contact_id, o.company_id,
      case when exists (select from returns r where r.workspace_id = o.workspace_id and r.order_id = o.id) then 'Something came back of it since.'
        else ${editedSince(step, sql`o.id`, ['order.changed', 'order.cancelled', 'order.reopened'])} end as reason
    from orders o where o.workspace_id = ${step.workspaceId} and o.import_id = ${step.importId} order by o.id limit ${batchSize}`,
  )
  const { gone, kept } = split(step, 'order', rows)
  await forget(step, gone)
  await removeOrders(step.tx, step.workspaceId, gone)
  await recount(
    step,
    rows.filter(row => row.reason === null),
  )
  step.result.removed.orders += gone.length
  await detach(step, 'orders', kept)
  return rows.length
}

export async function undoContacts(step: Step): Promise<number> {
  const of = (table: string) =>
    sql`exists (select from ${sql.table(table)} d where d.workspace_id = c.workspace_id and d.contact_id = c.id)`
  const rows = await candidates(
    step,
    sql`
    select c.id, c.name, case
      when c.merged_into is not null or c.has_merged then 'Merged with another contact since.'
      when ${of('orders')} or ${of('returns')} then 'Has an order since.'
      when ${of('notes')} then 'Has a note since.'
      when ${of('tasks')} then 'Has a task since.'
      when ${of('files')} then 'Has a file since.'
      when exists (select from events e where e.workspace_id = c.workspace_id and e.contact_id = c.id and e.import_id is not null and e.import_id <> ${step.importId}) then 'Another import has added to it since.'
      when exists (select from events e where e.workspace_id = c.workspace_id and e.contact_id = c.id and e.import_id is null and e.kind not in ('contact.deleted', 'contact.restored', 'contact.merged', 'contact.unmerged'))
        then 'Something has happened with it since.' end as reason
    from contacts c where c.workspace_id = ${step.workspaceId} and c.import_id = ${step.importId} order by c.id limit ${batchSize}`,
  )
  const { gone, kept } = split(step, 'contact', rows)
  await sql`delete from events where workspace_id = ${step.workspaceId} and contact_id = any(${gone}::uuid[])`.execute(
    step.tx,
  )
  await removeContacts(step.tx, step.workspaceId, gone)
  step.result.removed.contacts += gone.length
  await stripContacts(step, kept)
  await detach(step, 'contacts', kept)
  return rows.length
}

export async function undoCompanies(step: Step): Promise<number> {
  const of = (table: string) =>
    sql`exists (select from ${sql.table(table)} d where d.workspace_id = c.workspace_id and d.company_id = c.id)`
  const rows = await candidates(
    step,
    sql`
    select c.id, c.name, case
      when ${of('contacts')} then 'Has a contact since.'
      when ${of('orders')} or ${of('returns')} then 'Has an order since.'
      when ${of('notes')} then 'Has a note since.'
      when ${of('tasks')} then 'Has a task since.'
      when ${of('files')} then 'Has a file since.'
      when exists (select from companies d where d.workspace_id = c.workspace_id and d.parent_id = c.id and d.import_id is distinct from ${step.importId}) then 'Another company belongs to it since.'
      when exists (select from events e where e.workspace_id = c.workspace_id and e.company_id = c.id and e.import_id is not null and e.import_id <> ${step.importId}) then 'Another import has added to it since.'
      when exists (select from events e where e.workspace_id = c.workspace_id and e.company_id = c.id and e.import_id is null and e.kind not in ('company.deleted', 'company.restored'))
        then 'Something has happened with it since.' end as reason
    from companies c where c.workspace_id = ${step.workspaceId} and c.import_id = ${step.importId} order by c.id limit ${batchSize}`,
  )
  const { gone, kept } = split(step, 'company', rows)
  await sql`update companies set parent_id = null where workspace_id = ${step.workspaceId} and parent_id = any(${gone}::uuid[])`.execute(
    step.tx,
  )
  await sql`delete from events where workspace_id = ${step.workspaceId} and company_id = any(${gone}::uuid[])`.execute(
    step.tx,
  )
  await removeCompanies(step.tx, step.workspaceId, gone)
  step.result.removed.companies += gone.length
  await stripCompanies(step, kept)
  await detach(step, 'companies', kept)
  return rows.length
}

/** Custom fields and tags that the import made and nothing uses now. */
export async function undoFieldsAndTags(step: Step): Promise<number> {
  const { tx, workspaceId, importId, result } = step
  const { rows } = await sql<{ object: string; recordId: string }>`
    select ic.object, ic.record_id from import_changes ic where ic.workspace_id = ${workspaceId} and ic.import_id = ${importId} and ic.action = 'created'`.execute(
    tx,
  )
  const fields = rows.filter(row => row.object === 'field').map(row => row.recordId)
  const used = await removeUnusedFields(tx, step.records, workspaceId, fields)
  for (const { id, label } of used) keep(step, 'field', id, label, 'Has values since.')
  result.removed.fields += fields.length - used.length
  const tags = rows.filter(row => row.object === 'tag').map(row => row.recordId)
  const removed = await sql`
    delete from tags t where t.workspace_id = ${workspaceId} and t.id = any(${tags}::uuid[])
      and not exists (select from contacts c where c.workspace_id = t.workspace_id and c.tag_ids @> array[t.id])
      and not exists (select from companies c where c.workspace_id = t.workspace_id and c.tag_ids @> array[t.id])`.execute(
    tx,
  )
  result.removed.tags += Number(removed.numAffectedRows ?? 0)
  await sql`delete from import_changes where workspace_id = ${workspaceId} and import_id = ${importId}`.execute(tx)
  return 0
}

async function candidates({ tx }: Step, query: RawBuilder<unknown>): Promise<Candidate[]> {
  return (await (query as RawBuilder<Candidate>).execute(tx)).rows
}

function split(step: Step, object: string, rows: Candidate[]): { gone: string[]; kept: string[] } {
  const gone: string[] = []
  const kept: string[] = []
  for (const { id, name, reason } of rows) {
    if (reason === null) gone.push(id)
    else {
      kept.push(id)
      keep(step, object, id, name, reason)
    }
  }
  return { gone, kept }
}

/** Whether somebody has done one of these things with the record since. */
function editedSince(
  { importId, workspaceId }: Step,
  id: RawBuilder<unknown>,
  kinds: string[],
): RawBuilder<string | null> {
  return sql<
    string | null
  >`case when exists (select from events e where e.workspace_id = ${workspaceId} and e.subject_id = ${id} and e.kind = any(${kinds}::text[]) and e.import_id is distinct from ${importId})
    then 'Changed since.' end`
}

/** Takes the log of records out that are going away. */
async function forget({ tx, workspaceId }: Step, subjectIds: string[]): Promise<void> {
  await sql`delete from events where workspace_id = ${workspaceId} and subject_id = any(${subjectIds}::uuid[])`.execute(
    tx,
  )
}

/** What stays is no longer the import's. */
async function detach(
  { tx, workspaceId }: Step,
  table: 'notes' | 'orders' | 'contacts' | 'companies',
  ids: string[],
): Promise<void> {
  if (ids.length > 0)
    await sql`update ${sql.table(table)} set import_id = null where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(
      tx,
    )
}

/** Facts of those whose orders or returns went away. */
export async function recount(
  { tx, workspaceId }: Step,
  rows: { contactId?: string | null; companyId?: string | null }[],
): Promise<void> {
  const contactIds = [...new Set(rows.flatMap(row => row.contactId ?? []))]
  if (contactIds.length > 0) {
    const survivors = await sql<{ id: string }>`
      select distinct coalesce(c.merged_into, c.id) as id from contacts c where c.workspace_id = ${workspaceId} and c.id = any(${contactIds}::uuid[])`.execute(
      tx,
    )
    await refold(
      tx,
      'contact',
      workspaceId,
      survivors.rows.map(row => row.id),
    )
  }
  await refold(tx, 'company', workspaceId, [...new Set(rows.flatMap(row => row.companyId ?? []))])
}
