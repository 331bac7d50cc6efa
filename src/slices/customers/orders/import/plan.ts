import { isDeepStrictEqual } from 'node:util'
import { newId } from '../../../../kernel/ids.ts'
import { AppError, invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, isText, refusal, say, stored } from '../../../../kernel/messages.ts'
import {
  stateChanges,
  type Changes,
  type Known,
  type Outcome,
  type RowResult,
  type UpdateMode,
} from '../../imports/public.ts'
import { baseAmountOf, hasReturns, requireBounded, toValued } from '../order.ts'
import type { NewOrder, NewReturn, OrderItem, StoredOrder } from '../record.ts'
import type { OrderDraft } from './row.ts'

const words = defineMessages('orders.plan', {
  twice:
    "Order {number} stands in row {row} already, with another amount. If each row is one item, say which columns are the item's.",
  remainder: 'Shipping, tax and discounts',
  noRate: 'There is no exchange rate from {currency} to {baseCurrency} yet. Add it in Settings, Workspace.',
})

export interface ResolvedOrder extends OrderDraft {
  contactId: string | null
  companyId: string | null
}

/** Of returns, and of what a dry run would have made, no more is known than that it is there. */
export type KnownOrder = Known<OrderState>
export type OrderState = Omit<StoredOrder, 'id' | 'importId'> & { items: OrderItem[] }

export interface OrderOptions {
  importId: string
  source: string
  update: UpdateMode
  hasItems: boolean
  isNegativeReturn: boolean
  currency: string
  rates: ReadonlyMap<string, number>
  /** The orders that something came back of. */
  returned: ReadonlySet<string>
}

export interface ChangedOrder extends Pick<StoredOrder, 'id' | 'contactId' | 'companyId' | 'baseAmount'> {
  state: OrderState
  before: OrderState
  changes: Changes
  baseAmountChange: number
  hasNewItems: boolean
  isOwn: boolean
}

export interface OrderPlan {
  /** For each draft; a reason where its row cannot be taken. */
  outcomes: RowResult[]
  orders: NewOrder[]
  returns: NewReturn[]
  changed: ChangedOrder[]
  /** `order <source id>` and `return <source id>` with the ids that they have now. */
  keys: { key: string; id: string }[]
}

/** The line that brings the items to the order's total when the file gives both. */
export const remainder = stored(say(words, 'remainder'))

interface Group {
  key: string
  isReturn: boolean
  drafts: ResolvedOrder[]
  indexes: number[]
}

export function orderKey(sourceId: string, isReturn: boolean): string {
  return `${isReturn ? 'return' : 'order'} ${sourceId}`
}

/** What is planned so far, which decides about what comes after. */
interface Progress {
  plan: OrderPlan
  /** The orders and returns that stand in the file: the ids by number, and the orders that something came back of. */
  byNumber: Map<string, string>
  returned: Set<string>
  orderIdOf: (number: string) => string | null
}

/** Gathers rows into orders and returns and decides what is new. `orderIdOf` finds the order that a return belongs to. */
export function planOrders(
  drafts: ResolvedOrder[],
  known: ReadonlyMap<string, KnownOrder>,
  orderIdOf: (number: string) => string | null,
  options: OrderOptions,
): OrderPlan {
  const plan: OrderPlan = { outcomes: new Array(drafts.length), orders: [], returns: [], changed: [], keys: [] }
  const progress: Progress = { plan, byNumber: new Map(), returned: new Set(options.returned), orderIdOf }
  for (const group of gather(drafts, known, options)) {
    const result = planGroup(progress, group, known.get(group.key), options)
    for (const [at, index] of group.indexes.entries()) {
      const isSecond = result.outcome === 'created' && at > 0 && !options.hasItems
      plan.outcomes[index] = isSecond ? { outcome: 'repeated' } : { ...result }
    }
    if (result.reason === undefined) refuseContradictions(group, plan, options)
  }
  return plan
}

/** What becomes of the group's rows, with the reason where they cannot be taken. */
function planGroup(progress: Progress, group: Group, there: KnownOrder | undefined, options: OrderOptions): RowResult {
  try {
    return { outcome: there ? planChange(progress, group, there, options) : planNew(progress, group, options) }
  } catch (error) {
    if (!(error instanceof AppError) || !isText(error.said)) throw error
    return { outcome: 'unchanged', reason: stored(error.said) }
  }
}

function planNew({ plan, byNumber, returned, orderIdOf }: Progress, group: Group, options: OrderOptions): Outcome {
  const id = newId()
  if (group.isReturn) {
    const made = toReturn(id, group, options, number => byNumber.get(number) ?? orderIdOf(number))
    plan.returns.push(made)
    if (made.orderId !== null) returned.add(made.orderId)
  } else {
    const order = toOrder(id, group, options)
    plan.orders.push(order)
    byNumber.set(order.number, id)
  }
  plan.keys.push({ key: group.key, id })
  return 'created'
}

function planChange({ plan, returned }: Progress, group: Group, there: KnownOrder, options: OrderOptions): Outcome {
  const { id, state, isTouched } = there
  const untold = isTouched ? 'repeated' : 'unchanged'
  if (state === null || (isTouched ? !options.hasItems : options.update === 'none')) return untold
  const change = toChange(there, group, options)
  if (!change) return untold
  if (change.changes['status']?.[1] === 'cancelled' && returned.has(id)) throw hasReturns()
  plan.changed.push(change)
  plan.keys.push({ key: group.key, id })
  return isTouched ? 'repeated' : 'updated'
}

/** Rows with one number are one order; without items a second row that says another amount contradicts the first. */
function gather(drafts: ResolvedOrder[], known: ReadonlyMap<string, KnownOrder>, options: OrderOptions): Group[] {
  const groups = new Map<string, Group>()
  drafts.forEach((draft, index) => {
    const isReturn = options.hasItems
      ? false
      : isReturned(draft.amount ?? draft.item?.amount ?? 0, draft.quantity, options)
    const sourceId = draft.isNumberless ? freeSourceId(draft.sourceId, isReturn, groups, known) : draft.sourceId
    const key = orderKey(sourceId, isReturn)
    const group = groups.get(key) ?? { key, isReturn, drafts: [], indexes: [] }
    group.drafts.push({ ...draft, sourceId })
    group.indexes.push(index)
    groups.set(key, group)
  })
  if (!options.hasItems) return [...groups.values()]
  return [...groups.values()].map(group => {
    const pieces = sum(group.drafts.map(draft => draft.item?.quantity ?? 0))
    const isReturn = isReturned(totalOf(group.drafts), pieces, options)
    return isReturn ? { ...group, isReturn, key: orderKey(group.drafts[0]!.sourceId, true) } : group
  })
}

/** Rows without a number are told apart by their cells; the second of two equal rows is a purchase of its own. */
function freeSourceId(
  sourceId: string,
  isReturn: boolean,
  groups: ReadonlyMap<string, Group>,
  known: ReadonlyMap<string, KnownOrder>,
): string {
  const isTaken = (key: string) => groups.has(key) || known.get(key)?.isTouched
  let candidate = sourceId
  for (let copy = 2; isTaken(orderKey(candidate, isReturn)); copy++) candidate = `${sourceId}~${copy}`
  return candidate
}

function isReturned(amount: number, quantity: number | null, { isNegativeReturn }: OrderOptions): boolean {
  return isNegativeReturn && (amount < 0 || (quantity ?? 0) < 0)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function totalOf(drafts: OrderDraft[]): number {
  return drafts.find(draft => draft.amount !== null)?.amount ?? sum(drafts.map(draft => draft.item?.amount ?? 0))
}

function toItem({ quantity, unitAmount, ...item }: OrderItem): OrderItem {
  return quantity < 0 ? { ...item, quantity: -quantity, unitAmount: -unitAmount } : { ...item, quantity, unitAmount }
}

/** The lines of an order, which sum to its amount. */
function itemsOf(drafts: OrderDraft[], before: OrderItem[], amount: number): OrderItem[] {
  const items = [
    ...before.filter(item => item.name !== remainder || item.sku !== null),
    ...drafts.flatMap(draft => (draft.item ? toItem(draft.item) : [])),
  ]
  const rest = amount - sum(items.map(item => item.amount))
  return items.length === 0 || rest === 0
    ? items
    : [...items, { sku: null, name: remainder, quantity: 1, unitAmount: rest, amount: rest }]
}

function piecesOf(drafts: OrderDraft[]): number | null {
  const given = drafts.find(draft => draft.quantity !== null)?.quantity
  if (given !== undefined) return given
  return drafts.some(draft => draft.item) ? sum(drafts.map(draft => draft.item?.quantity ?? 0)) : null
}

function rateOf(currency: string, { currency: baseCurrency, rates }: OrderOptions): number {
  const rate = currency === baseCurrency ? 1 : rates.get(currency)
  if (rate === undefined) throw invalidField('currency', say(words, 'noRate', { currency, baseCurrency }))
  return rate
}

function importedValue(amount: number, currency: string, options: OrderOptions) {
  return toValued(amount, { currency, exchangeRate: rateOf(currency, options) }, options.currency, options.rates)
}

function commonOf(id: string, { drafts }: Group, options: OrderOptions) {
  const [first] = drafts
  return {
    id,
    number: (drafts.find(draft => draft.isNumberGiven) ?? first!).number,
    contactId: drafts.find(draft => draft.contactId)?.contactId ?? null,
    companyId: drafts.find(draft => draft.companyId)?.companyId ?? null,
    source: options.source,
    sourceId: first!.sourceId,
    importId: options.importId,
  }
}

function toOrder(id: string, group: Group, options: OrderOptions): NewOrder {
  const { drafts } = group
  const amount = totalOf(drafts)
  const bounded = {
    amount,
    quantity: piecesOf(drafts),
    items: options.hasItems ? itemsOf(drafts, [], amount) : [],
  }
  requireBounded(bounded)
  return {
    ...commonOf(id, group, options),
    ...bounded,
    placedAt: drafts[0]!.placedAt,
    ...importedValue(amount, drafts[0]!.currency, options),
    status: drafts.find(draft => draft.status)?.status ?? 'placed',
    fields: Object.assign({}, ...drafts.map(draft => draft.fields).reverse()) as Record<string, unknown>,
  }
}

function toReturn(
  id: string,
  group: Group,
  options: OrderOptions,
  orderIdOf: (number: string) => string | null,
): NewReturn {
  const { drafts } = group
  const amount = Math.abs(totalOf(drafts))
  const pieces = piecesOf(drafts)
  const quantity = pieces === null ? null : Math.abs(pieces)
  requireBounded({ amount, quantity })
  return {
    ...commonOf(id, group, options),
    orderId: orderIdOf(drafts[0]!.returnOf ?? drafts[0]!.number),
    returnedAt: drafts[0]!.placedAt,
    amount,
    ...importedValue(amount, drafts[0]!.currency, options),
    quantity,
    reason: drafts.find(draft => draft.returnReason)?.returnReason ?? null,
  }
}

function toChange(there: KnownOrder, { drafts }: Group, options: OrderOptions): ChangedOrder | null {
  const before = there.state!
  // An order of ours has a rate of its own.
  for (const { currency } of drafts) if (currency !== before.currency) rateOf(currency, options)
  const isAdding = there.isTouched && options.hasItems
  const given = drafts.find(draft => draft.amount !== null)?.amount
  const named = before.items.filter(item => item.name !== remainder || item.sku !== null)
  const amount =
    given ?? (isAdding ? sum(named.map(item => item.amount)) : 0) + sum(drafts.map(draft => draft.item?.amount ?? 0))
  const items = options.hasItems ? itemsOf(drafts, isAdding ? before.items : [], amount) : before.items
  const pieces = piecesOf(drafts)
  const isFilling = options.update === 'empty' && !there.isTouched
  const state: OrderState = isFilling
    ? {
        ...before,
        quantity: before.quantity ?? pieces,
        fields: { ...Object.assign({}, ...drafts.map(draft => draft.fields)), ...before.fields },
      }
    : {
        ...before,
        number: drafts.find(draft => draft.isNumberGiven)?.number ?? before.number,
        amount,
        quantity: isAdding && pieces !== null ? (before.quantity ?? 0) + pieces : (pieces ?? before.quantity),
        status: drafts.find(draft => draft.status)?.status ?? before.status,
        fields: Object.assign({ ...before.fields }, ...drafts.map(draft => draft.fields)) as Record<string, unknown>,
        items,
      }
  if (!options.hasItems && before.items.length > 0 && state.amount !== before.amount)
    state.items = itemsOf([], before.items, state.amount)
  if (isDeepStrictEqual(before, state)) return null
  requireBounded(state)
  const changes: Changes = stateChanges(before, state)
  const hasNewItems = 'items' in changes
  if (hasNewItems) changes['items'] = [before.items.length, state.items.length]
  const { contactId, companyId, baseAmount: worth } = before
  const baseAmount = state.amount === before.amount ? worth : baseAmountOf(state.amount, before, options.currency)
  const whole = { id: there.id, contactId, companyId, state, before, changes, hasNewItems, isOwn: there.isOwn }
  return { ...whole, baseAmount, baseAmountChange: baseAmount - worth }
}

function refuseContradictions({ drafts, indexes }: Group, plan: OrderPlan, { hasItems }: OrderOptions): void {
  if (hasItems) return
  for (let at = 1; at < drafts.length; at++) {
    const [draft, first] = [drafts[at]!, drafts[0]!]
    if (draft.amount === null || draft.amount === first.amount) continue
    plan.outcomes[indexes[at]!]!.reason = refusal(words, 'twice', { number: draft.number, row: first.row })
  }
}
