import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { fold, sortKey } from '../../../../kernel/text.ts'
import { companySearchText, findCompanyHolders, rewriteCompanies } from '../../companies/public.ts'
import { lockForSource, onOwnRows, removeImportedHandles, rewriteContacts } from '../../contacts/public.ts'
import { rewriteNotes } from '../../notes/public.ts'
import { rewriteItems, rewriteOrders, type OrderItem } from '../../orders/public.ts'
import type { ChangedObject } from '../batches/batch.ts'
import type { CompanyState } from '../plans/plan-companies.ts'
import type { Changes } from '../plans/outcome.ts'
import { refreshContacts } from './refresh.ts'
import { recount } from './removals.ts'
import { conflict, type Step } from './step.ts'

const batchSize = 500

interface Change {
  object: ChangedObject
  recordId: string
  before: Changes | null
}

/** Gives a batch of records back what the import overwrote, unless it was changed since; answers how many there were. */
export async function restoreSome(step: Step): Promise<number> {
  const { tx, workspaceId, importId } = step
  const { rows } = await sql<Change>`
    delete from import_changes where workspace_id = ${workspaceId} and import_id = ${importId} and seq in (
      select ic.seq from import_changes ic where ic.workspace_id = ${workspaceId} and ic.import_id = ${importId} and ic.action = 'updated' order by ic.seq limit ${batchSize})
    returning object, record_id, before`.execute(tx)
  const of = (object: ChangedObject) =>
    new Map(rows.filter(row => row.object === object).map(row => [row.recordId, row.before ?? {}]))
  await restoreContacts(step, of('contact'))
  await restoreCompanies(step, of('company'))
  await restoreOrders(step, of('order'))
  await restoreNotes(step, of('note'))
  await sql`delete from events where workspace_id = ${workspaceId} and import_id = ${importId} and subject_id = any(${rows.map(row => row.recordId)}::uuid[])
    and kind in ('contact.changed', 'handle.added', 'company.changed', 'note.edited')`.execute(tx)
  return rows.length
}

/** The record's values with those of `changes` taken back; values that are no longer the import's stay. */
function takeBack<State extends object>(
  step: Step,
  object: ChangedObject,
  id: string,
  name: string,
  state: State,
  changes: Changes,
): State {
  const next = structuredClone(state) as Record<string, unknown>
  for (const [key, [before, after]] of Object.entries(changes)) {
    const now = next[key]
    if (key === 'fields')
      next[key] = takeBackFields(
        step,
        object,
        id,
        name,
        now as Record<string, unknown>,
        before as Record<string, unknown>,
        after as Record<string, unknown>,
      )
    else if (key === 'tagIds') {
      const added = new Set((after as string[]).filter(tag => !(before as string[]).includes(tag)))
      next[key] = (now as string[]).filter(tag => !added.has(tag))
    } else if (isDeepStrictEqual(plain(now), plain(after))) next[key] = before
    else if (!isDeepStrictEqual(plain(now), plain(before))) conflict(step, object, id, name, key)
  }
  return next as State
}

function takeBackFields(
  step: Step,
  object: ChangedObject,
  id: string,
  name: string,
  now: Record<string, unknown>,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Record<string, unknown> {
  const next = { ...now }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isDeepStrictEqual(before[key], after[key])) continue
    if (!isDeepStrictEqual(now[key], after[key])) {
      if (!isDeepStrictEqual(now[key], before[key])) conflict(step, object, id, name, `fields.${key}`)
    } else if (before[key] === undefined) delete next[key]
    else next[key] = before[key]
  }
  return next
}

function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : (value ?? null)
}

async function restoreContacts(step: Step, changes: Map<string, Changes>): Promise<void> {
  const { tx, workspaceId } = step
  const ids = [...changes.keys()]
  if (ids.length === 0) return
  await onOwnRows(tx, workspaceId, ids, () => restoreOwn(step, changes, ids))
}

async function restoreOwn(step: Step, changes: Map<string, Changes>, ids: string[]): Promise<void> {
  const { tx, workspaceId, importId, now } = step
  const rows = await lockForSource(tx, workspaceId, ids)
  const restored = rows.map(({ id, searchText, ...state }) => {
    const next = takeBack(step, 'contact', id, state.name, state, changes.get(id)!)
    return { ...next, id, searchText, sortName: sortKey(next.name) }
  })
  await rewriteContacts(tx, workspaceId, restored, now)
  await removeImportedHandles(tx, workspaceId, importId, ids)
  await refreshContacts(step, ids)
  step.result.restored += rows.length
}

async function restoreCompanies(step: Step, changes: Map<string, Changes>): Promise<void> {
  const { tx, workspaceId, now } = step
  const ids = [...changes.keys()]
  if (ids.length === 0) return
  const { rows } = await sql<CompanyState & { id: string }>`
    select c.id, c.name, c.domain, c.industry, c.employees, c.phone, c.website, c.street, c.city, c.region, c.postal_code, c.country, c.parent_id, c.owner_id, c.tag_ids, c.fields, c.source, c.source_id
    from companies c where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[]) order by c.id for update`.execute(
    tx,
  )
  const wanted = rows.map(row => takeBack(step, 'company', row.id, row.name, row, changes.get(row.id)!))
  const holders = await findCompanyHolders(tx, workspaceId, wanted)
  const restored = wanted.map(company => {
    const isTaken = (is: (holder: (typeof holders)[number]) => boolean) =>
      holders.some(holder => holder.id !== company.id && is(holder))
    if (company.domain !== null && isTaken(holder => holder.domain === company.domain))
      conflict(step, 'company', company.id, company.name, 'domain')
    return {
      ...company,
      sortName: fold(company.name),
      searchText: companySearchText(company),
      domain: isTaken(holder => holder.domain === company.domain) ? null : company.domain,
      sourceId: isTaken(holder => holder.source === company.source && holder.sourceId === company.sourceId)
        ? null
        : company.sourceId,
    }
  })
  await rewriteCompanies(tx, workspaceId, restored, now)
  step.result.restored += rows.length
}

type OrderRow = {
  id: string
  number: string
  amount: number
  baseAmount: number
  quantity: number | null
  status: 'placed' | 'paid' | 'fulfilled' | 'cancelled'
  fields: Record<string, unknown>
  contactId: string | null
  companyId: string | null
}

async function restoreOrders(step: Step, changes: Map<string, Changes>): Promise<void> {
  const { tx, workspaceId, importId, now } = step
  const ids = [...changes.keys()]
  if (ids.length === 0) return
  const { rows } = await sql<OrderRow>`
    select o.id, o.number, o.amount, o.base_amount, o.quantity, o.status, o.fields, o.contact_id, o.company_id
    from orders o where o.workspace_id = ${workspaceId} and o.id = any(${ids}::uuid[]) order by o.id for update`.execute(
    tx,
  )
  const kept: string[] = []
  const restored: OrderRow[] = []
  for (const row of rows) {
    const { items: _, ...own } = changes.get(row.id)!
    const isAmountEdited = own['amount'] !== undefined && !isDeepStrictEqual(row.amount, own['amount'][1])
    if (isAmountEdited) {
      conflict(step, 'order', row.id, row.number, 'amount')
      kept.push(row.id)
    } else restored.push(takeBack(step, 'order', row.id, row.number, row, own))
  }
  await rewriteOrders(tx, workspaceId, restored, now)
  await rewriteItems(
    tx,
    workspaceId,
    restored.flatMap(({ id }) =>
      changes.get(id)!['items'] ? [{ id, items: changes.get(id)!['items']![0] as OrderItem[] }] : [],
    ),
  )
  const gone = restored.map(order => order.id)
  await sql`delete from events where workspace_id = ${workspaceId} and import_id = ${importId} and subject_id = any(${gone}::uuid[])
    and kind in ('order.changed', 'order.cancelled', 'order.reopened')`.execute(tx)
  await recount(step, restored)
  step.result.restored += restored.length
}

async function restoreNotes(step: Step, changes: Map<string, Changes>): Promise<void> {
  const { tx, workspaceId, now } = step
  const ids = [...changes.keys()]
  if (ids.length === 0) return
  const { rows } = await sql<{ id: string; body: string }>`
    select n.id, n.body from notes n where n.workspace_id = ${workspaceId} and n.id = any(${ids}::uuid[]) order by n.id for update`.execute(
    tx,
  )
  const restored = rows.map(note => ({
    id: note.id,
    body: takeBack(step, 'note', note.id, note.body.slice(0, 60), note, changes.get(note.id)!).body,
  }))
  await rewriteNotes(tx, workspaceId, restored, now)
  step.result.restored += rows.length
}
