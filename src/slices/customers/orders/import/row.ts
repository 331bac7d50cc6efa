import { createHash } from 'node:crypto'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { toMinor } from '../../../../kernel/money.ts'
import { mostMoney } from '../../../../kernel/record/column.ts'
import type { CompanyKey } from '../../companies/import/public.ts'
import { emptyContact, settleHandles, type ContactDraft } from '../../contacts/import/public.ts'
import { amountsCurrency, type Amount, type Report, type RowRules } from '../../imports/public.ts'
import type { OrderItem } from '../record.ts'
import type { OrderStatus } from '../schema.ts'

const words = defineMessages('orders.row', {
  otherCurrency: 'Its amounts are of different currencies, or of another one than it names.',
  dateless: 'Has no date.',
  amountless: 'Has no amount.',
  tooMuch: 'Its amount is larger than an order may be.',
})

type Text = string | null
type Figure = number | null

const unknown = {
  number: null as Text,
  externalId: null as Text,
  placedAt: null as Date | null,
  amount: null as Figure,
  currency: null as Text,
  quantity: null as Figure,
  status: null as OrderStatus | null,
  itemSku: null as Text,
  itemName: null as Text,
  itemQuantity: null as Figure,
  itemUnitAmount: null as Figure,
  itemAmount: null as Figure,
  company: null as CompanyKey | null,
  returnOf: null as Text,
  returnReason: null as Text,
}

/** What the cells of an order row say, before it is known in which currency and whether it is a return. */
export type RawOrder = typeof unknown & {
  row: number
  customer: ContactDraft
  fields: Record<string, unknown>
  /** All of its amounts, of which each may say its currency. */
  amounts: Amount[]
}

type Kept = 'row' | 'status' | 'company' | 'fields' | 'returnOf' | 'returnReason'

export interface OrderDraft extends Pick<RawOrder, Kept> {
  /** What the order is called where the row gives it no number. */
  number: string
  isNumberGiven: boolean
  sourceId: string
  /** Neither a number nor an id was given: the source id is made from the row's cells. */
  isNumberless: boolean
  placedAt: Date
  /** Minor units; null when the items are to be summed. */
  amount: number | null
  currency: string
  quantity: number | null
  item: OrderItem | null
  customer: ContactDraft | null
}

export function emptyOrder(row: number): RawOrder {
  return { ...unknown, row, customer: emptyContact(row), fields: {}, amounts: [] }
}

/** The order that a row tells of, with amounts in minor units. */
export function settleOrder(raw: RawOrder, cells: readonly string[], report: Report, rules: RowRules): OrderDraft {
  const agreed = amountsCurrency(raw.amounts, raw.currency, rules.currency)
  if (agreed === null) report.refuse(say(words, 'otherCurrency'), null)
  const currency = agreed ?? rules.currency
  const minor = (amount: number) => toMinor(amount, currency)
  if (raw.placedAt === null && report.problems.length === 0) report.refuse(say(words, 'dateless'), null)
  const item = itemOf(raw, minor)
  if (raw.amount === null && item === null && report.problems.length === 0)
    report.refuse(say(words, 'amountless'), null)
  const amounts = [raw.amount === null ? 0 : minor(raw.amount), item?.unitAmount ?? 0, item?.amount ?? 0]
  if (amounts.some(amount => Math.abs(amount) > mostMoney)) report.refuse(say(words, 'tooMuch'), null)
  settleHandles(raw.customer, rules, report)
  raw.customer.company = raw.company
  const isKnown = raw.customer.handles.length > 0
  const given = raw.externalId ?? raw.number
  const sourceId = given ?? `row:${createHash('sha256').update(JSON.stringify(cells)).digest('base64url').slice(0, 22)}`
  const { row, status, company, fields, returnOf, returnReason } = raw
  return {
    row,
    status,
    company,
    fields,
    returnOf,
    returnReason,
    number: raw.number ?? raw.externalId ?? sourceId.slice(4, 12),
    isNumberGiven: raw.number !== null,
    sourceId,
    isNumberless: given === null,
    placedAt: raw.placedAt ?? new Date(0),
    amount: raw.amount === null ? null : minor(raw.amount),
    currency,
    quantity: raw.quantity === null ? null : Math.round(raw.quantity),
    item,
    customer: isKnown ? raw.customer : null,
  }
}

function itemOf(raw: RawOrder, minor: (amount: number) => number): OrderDraft['item'] {
  if (raw.itemSku === null && raw.itemName === null) return null
  const quantity = raw.itemQuantity === null || raw.itemQuantity === 0 ? 1 : raw.itemQuantity
  const total = raw.itemAmount ?? (raw.itemUnitAmount === null ? null : raw.itemUnitAmount * quantity)
  if (total === null) return null
  const unit = raw.itemUnitAmount ?? total / quantity
  return {
    sku: raw.itemSku,
    name: raw.itemName ?? raw.itemSku!,
    quantity: Math.round(quantity) || Math.sign(quantity),
    unitAmount: minor(unit),
    amount: minor(total),
  }
}
