import { sql } from 'kysely'
import { defineMessages, refusal, say } from '../../../../kernel/messages.ts'
import { importCompaniesOf } from '../../companies/import/public.ts'
import { importNamedContacts } from '../../contacts/import/public.ts'
import {
  count,
  findOwnIds,
  findTouched,
  isWanted,
  type Batch,
  type Changes,
  type Question,
} from '../../imports/public.ts'
import { orderEvents, orderPlaced, returnReceived } from '../events.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { replaceParts, withParts } from '../../../../platform/record/parts.ts'
import { orderRecord, type StoredOrder } from '../record.ts'
import { insertOrders, insertReturns, rewriteOrders } from '../store.ts'
import { orderKey, planOrders, type ChangedOrder, type KnownOrder, type OrderPlan, type ResolvedOrder } from './plan.ts'
import type { OrderDraft } from './row.ts'

const words = defineMessages('orders.write', {
  negativesAreReturns: 'Orders below zero are returns',
  unknownCustomer: 'The customer is not known; the order was kept without one.',
})

export const negativesAreReturns: Question = { key: 'negativesAreReturns', label: say(words, 'negativesAreReturns') }

/** Whether a row is one item of an order. */
export function hasItems(targets: ReadonlySet<string>): boolean {
  return targets.has('itemName') || targets.has('itemSku')
}

/** Makes and changes orders and returns with the customers they name; answers an outcome for each row. */
export async function importOrders(batch: Batch, drafts: readonly OrderDraft[]): Promise<OrderPlan['outcomes']> {
  const { run } = batch
  const ids = drafts.map(({ sourceId }) => sourceId)
  const ownIds = await findOwnIds(batch, orderRecord, ids)
  // An order of ours knows whose it is.
  const named = drafts.map(({ sourceId, customer }) => (ownIds.has(sourceId) ? null : customer))
  const customers = await importNamedContacts(batch, named, 'customer')
  const companies = await importCompaniesOf(
    batch,
    drafts.map(({ sourceId, company }) => ({ company: ownIds.has(sourceId) ? null : company })),
  )
  const resolved = drafts.map((draft, at): ResolvedOrder => {
    const { contactId, companyId } = customers[at]!
    return { ...draft, contactId, companyId: companies[at] ?? companyId }
  })
  const known = await load(batch, resolved, ownIds)
  const numbers = await readNumbers(batch, resolved)
  const { update } = run.options
  const isNegativeReturn = isWanted(run, negativesAreReturns)
  const options = { ...run, update, hasItems: hasItems(run.targets), isNegativeReturn }
  const plan = planOrders(resolved, known, number => numbers.get(number) ?? null, options)
  const touched = new Set([...known.values()].flatMap(one => (one.isTouched ? one.id : [])))
  count(batch, 'orders', plan.orders.length, plan.changed.filter(({ id }) => !touched.has(id)).length)
  count(batch, 'returns', plan.returns.length, 0)
  const made = plan.keys.map(({ id }) => ({ id, data: {} }))
  if (batch.dry) await batch.dry.remember(plan.keys, made)
  else await write(batch, plan)
  plan.outcomes.forEach((outcome, at) => {
    if (outcome.outcome === 'created' && resolved[at]!.customer && resolved[at]!.contactId === null)
      outcome.warning = refusal(words, 'unknownCustomer')
  })
  return plan.outcomes
}

/** Keys under which the rows' orders may be there; equal rows without a number may be there several times. */
function wantedOf(drafts: ResolvedOrder[]): string[] {
  const seen = new Map<string, number>()
  const wanted = new Set<string>()
  for (const { sourceId, isNumberless } of drafts) {
    const copies = (seen.get(sourceId) ?? 0) + 1
    seen.set(sourceId, copies)
    wanted.add(sourceId)
    if (isNumberless && copies > 1) wanted.add(`${sourceId}~${copies}`)
  }
  return [...wanted]
}

type Own = ReadonlyMap<string, string>

async function load(batch: Batch, drafts: ResolvedOrder[], ownIds: Own): Promise<Map<string, KnownOrder>> {
  const known = new Map<string, KnownOrder>()
  await loadSome(batch, wantedOf(drafts), known, ownIds)
  const isTouched = (sourceId: string, isReturn: boolean) => known.get(orderKey(sourceId, isReturn))?.isTouched
  const repeated = drafts.flatMap(({ sourceId, isNumberless }) =>
    isNumberless && [true, false].some(isReturn => isTouched(sourceId, isReturn)) ? sourceId : [],
  )
  const copies = [...new Set(repeated)].flatMap(id => Array.from({ length: 20 }, (_, at) => `${id}~${at + 2}`))
  if (copies.length > 0) await loadSome(batch, copies, known)
  return known
}

const stored = selectOf(orderRecord.columns, 'o')

/** Orders and returns with one of these ids of the source, and orders that have one of them as their own. */
async function loadSome(
  batch: Batch,
  sourceIds: string[],
  known: Map<string, KnownOrder>,
  ownIds: Own = new Map(),
): Promise<void> {
  const { db, workspaceId, run, dry } = batch
  const orders = await sql<StoredOrder>`
    select ${stored} from orders o
    where o.workspace_id = ${workspaceId} and o.deleted_at is null
      and ((o.source = ${run.source} and o.source_id = any(${sourceIds}::text[])) or o.id = any(${[...ownIds.values()]}::uuid[]))
    order by o.id ${dry ? sql`` : sql`for update`}`.execute(db)
  const returns = await sql<{ id: string; sourceId: string; importId: string | null }>`
    select r.id, r.source_id, r.import_id from returns r
    where r.workspace_id = ${workspaceId}
    and r.source = ${run.source} and r.source_id = any(${sourceIds}::text[]) and r.deleted_at is null`.execute(db)
  const ids = orders.rows.map(order => order.id)
  const items = hasItems(run.targets) ? await withParts(batch, orderRecord, orders.rows) : []
  const touched = await findTouched(batch, 'order', ids)
  const remembered = (await dry?.read(ids)) ?? new Map<string, unknown>()
  for (const [at, order] of orders.rows.entries()) {
    const { id, number, amount, quantity, status, fields } = order
    const isOwn = order.importId === run.importId
    const state = { number, amount, quantity, status, fields, items: items[at]?.items ?? [] }
    const isTouched = isOwn || touched.has(id) || remembered.has(id)
    known.set(orderKey(ownIds.has(id) ? id : order.sourceId, false), { id, order, state, isTouched, isOwn })
  }
  const bare = { order: null, state: null, isOwn: true }
  for (const { id, sourceId, importId } of returns.rows)
    known.set(orderKey(sourceId, true), { ...bare, id, isTouched: importId === run.importId })
  const keys = sourceIds.flatMap(sourceId => [orderKey(sourceId, false), orderKey(sourceId, true)])
  for (const [key, id] of (await dry?.find(keys)) ?? [])
    if (!known.has(key)) known.set(key, { ...bare, id, isTouched: true })
}

/** Orders by the numbers that returns name. */
async function readNumbers({ db, workspaceId, run }: Batch, drafts: ResolvedOrder[]): Promise<Map<string, string>> {
  const numbers = [...new Set(drafts.flatMap(draft => [draft.number, ...(draft.returnOf ? [draft.returnOf] : [])]))]
  const { rows } = await sql<{ id: string; number: string }>`
    select distinct on (o.number) o.id, o.number from orders o
    where o.workspace_id = ${workspaceId} and o.number = any(${numbers}::text[])
    and o.source = ${run.source} and o.deleted_at is null order by o.number, o.id`.execute(db)
  return new Map(rows.map(row => [row.number, row.id]))
}

async function write(batch: Batch, { orders, returns, changed }: OrderPlan): Promise<void> {
  const { run, now } = batch
  const newOrders = await insertOrders(batch, orders, now)
  const newReturns = await insertReturns(batch, returns, now)
  const rewritten = changed.map(({ id, state, baseAmount }) => ({ ...state, id, baseAmount }))
  await rewriteOrders(batch, rewritten, now)
  const items = changed.flatMap(({ id, state, hasNewItems }) => (hasNewItems ? [{ id, items: state.items }] : []))
  await replaceParts(batch, orderRecord, items)
  if (newOrders.size < orders.length || newReturns.size < returns.length)
    throw Object.assign(new Error('Someone else recorded the same order at this moment.'), { code: '40001' })
  const { importId } = run
  for (const order of orders) {
    batch.events.push(orderPlaced(order, { channel: 'shop', importId }))
    if (order.status === 'cancelled') {
      const named = { orderId: order.id, number: order.number }
      batch.events.push(orderEvents.cancelled(order, named, { importId, occurredAt: order.placedAt }))
    }
  }
  for (const returned of returns) batch.events.push(returnReceived(returned, { channel: 'shop', importId }))
  for (const change of changed) tellChange(batch, change)
}

function tellChange(batch: Batch, change: ChangedOrder): void {
  const { id, state, before, changes, baseAmountChange } = change
  const named = { orderId: id, number: state.number }
  const whole = change.hasNewItems ? { ...changes, items: [before.items, state.items] as [unknown, unknown] } : changes
  const wasWorth = change.baseAmount - baseAmountChange
  const overwritten: Changes = { ...whole, baseAmount: [wasWorth, change.baseAmount] }
  if (!change.isOwn) batch.changes.push({ object: 'order', recordId: id, action: 'updated', before: overwritten })
  const { importId } = batch.run
  batch.events.push(orderEvents.changed(change, { ...named, changes, baseAmountChange }, { importId }))
  if ((before.status === 'cancelled') === (state.status === 'cancelled')) return
  const turned = state.status === 'cancelled' ? orderEvents.cancelled : orderEvents.reopened
  batch.events.push(turned(change, named, { importId }))
}
