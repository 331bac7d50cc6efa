import { sql } from 'kysely'
import { defineMessages, refusal, say } from '../../../../kernel/messages.ts'
import { importCompaniesOf } from '../../companies/import/public.ts'
import { importNamedContacts } from '../../contacts/import/public.ts'
import {
  addMade,
  count,
  findOwnIds,
  holdersOf,
  isWanted,
  readKnown,
  type Batch,
  type Changes,
  type Question,
} from '../../imports/public.ts'
import { orderEvents, orderRecorded, returnReceived } from '../events.ts'
import type { Columns, RecordDefinition } from '../../../../kernel/record/record.ts'
import { replaceParts, withParts } from '../../../../platform/record/parts.ts'
import { sourceKey } from '../../../../platform/record/uniques.ts'
import { orderRecord, returnRecord } from '../record.ts'
import { insertOrders, insertReturns, returnsOfOrders, rewriteOrders } from '../store.ts'
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
  const known = await load(batch, drafts)
  const numbers = await readNumbers(batch, drafts)
  const { update } = run.options
  const isNegativeReturn = isWanted(run, negativesAreReturns)
  const returned = await readReturned(batch, drafts, known)
  const options = { ...run, update, hasItems: hasItems(run.targets), isNegativeReturn, returned }
  const planOf = (rows: ResolvedOrder[]) => planOrders(rows, known, number => numbers.get(number) ?? null, options)
  const nobodys = planOf(drafts.map(draft => ({ ...draft, contactId: null, companyId: null })))
  const resolved = await resolve(batch, drafts, at => nobodys.outcomes[at]!.reason !== undefined)
  const plan = planOf(resolved)
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

/** The rows with the customers they name, who are made where they are new; a row that is refused makes nobody. */
async function resolve(
  batch: Batch,
  drafts: readonly OrderDraft[],
  isRefused: (at: number) => boolean,
): Promise<ResolvedOrder[]> {
  const ids = drafts.map(({ sourceId }) => sourceId)
  const ownIds = await findOwnIds(batch, orderRecord, ids)
  // An order of ours knows whose it is.
  const named = drafts.map(({ sourceId, customer, company }, at) =>
    ownIds.has(sourceId) || isRefused(at) ? { customer: null, company: null } : { customer, company },
  )
  const customers = await importNamedContacts(
    batch,
    named.map(({ customer }) => customer),
    'customer',
  )
  const companies = await importCompaniesOf(batch, named)
  return drafts.map((draft, at) => {
    const { contactId, companyId } = customers[at]!
    return { ...draft, contactId, companyId: companies[at] ?? companyId }
  })
}

/** Keys under which the rows' orders may be there; equal rows without a number may be there several times. */
function wantedOf(drafts: readonly OrderDraft[]): string[] {
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

async function load(batch: Batch, drafts: readonly OrderDraft[]): Promise<Map<string, KnownOrder>> {
  const known = await loadSome(batch, wantedOf(drafts))
  const isTouched = (sourceId: string, isReturn: boolean) => known.get(orderKey(sourceId, isReturn))?.isTouched
  const repeated = drafts.flatMap(({ sourceId, isNumberless }) =>
    isNumberless && [true, false].some(isReturn => isTouched(sourceId, isReturn)) ? sourceId : [],
  )
  const copies = [...new Set(repeated)].flatMap(id => Array.from({ length: 20 }, (_, at) => `${id}~${at + 2}`))
  return new Map([...known, ...(await loadSome(batch, copies))])
}

/** Records with one of these ids of the source, or that have it as their own, by it, and what they are. */
async function findSourced<C extends Columns & Record<'id', Columns[string]>>(
  batch: Batch,
  record: RecordDefinition<string, C>,
  sourceIds: readonly string[],
) {
  const keys = new Map(sourceIds.map(sourceId => [sourceKey(batch.run.source, sourceId), sourceId]))
  const holders = await holdersOf(batch, { record }, [...keys.keys()])
  const ids = new Map([...holders].map(([key, id]) => [keys.get(key)!, id]))
  await addMade(batch, record.name, sourceIds, ids)
  return { ids, ...(await readKnown(batch, record, record.columns, [...ids.values()])) }
}

async function loadSome(batch: Batch, sourceIds: readonly string[]): Promise<Map<string, KnownOrder>> {
  const orders = await findSourced(batch, orderRecord, sourceIds)
  const returns = await findSourced(batch, returnRecord, sourceIds)
  const rows = hasItems(batch.run.targets) ? await withParts(batch, orderRecord, orders.known) : []
  const bare = { state: null, isOwn: true }
  const there = new Map<string, KnownOrder>(returns.known.map(({ id, isTouched }) => [id, { ...bare, id, isTouched }]))
  for (const [at, one] of orders.known.entries())
    there.set(one.id, { ...one, state: { ...one.state, items: rows[at]?.items ?? [] } })
  const byKey = ({ ids }: { ids: Map<string, string> }, isReturn: boolean) =>
    [...ids].map(
      ([sourceId, id]) => [orderKey(sourceId, isReturn), there.get(id) ?? { ...bare, id, isTouched: true }] as const,
    )
  return new Map([...byKey(orders, false), ...byKey(returns, true)])
}

/** Orders by the numbers that returns name. */
async function readNumbers(
  { db, workspaceId, run }: Batch,
  drafts: readonly OrderDraft[],
): Promise<Map<string, string>> {
  const numbers = [...new Set(drafts.flatMap(draft => [draft.number, ...(draft.returnOf ? [draft.returnOf] : [])]))]
  const { rows } = await sql<{ id: string; number: string }>`
    select distinct on (o.number) o.id, o.number from orders o
    where o.workspace_id = ${workspaceId} and o.number = any(${numbers}::text[])
    and o.source = ${run.source} and o.deleted_at is null order by o.number, o.id`.execute(db)
  return new Map(rows.map(row => [row.number, row.id]))
}

/** Which of the known orders something came back of, where rows cancel any. */
async function readReturned(
  batch: Batch,
  drafts: readonly OrderDraft[],
  known: ReadonlyMap<string, KnownOrder>,
): Promise<Set<string>> {
  if (!drafts.some(({ status }) => status === 'cancelled')) return new Set()
  const returns = await returnsOfOrders(
    batch,
    [...known.values()].flatMap(({ id, state }) => (state ? id : [])),
  )
  return new Set(returns.flatMap(({ orderId }) => orderId ?? []))
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
  for (const order of orders) batch.events.push(...orderRecorded(order, { channel: 'shop', importId }))
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
