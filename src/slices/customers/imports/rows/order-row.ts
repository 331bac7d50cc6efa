import { createHash } from 'node:crypto'
import { fold } from '../../../../kernel/text.ts'
import { toMinor } from '../../../../kernel/money.ts'
import type { OrderStatus } from '../../orders/schema.ts'
import { instantOf, parseTime } from '../values/date.ts'
import { isNothing } from '../values/word.ts'
import { parseNumber } from '../values/number.ts'
import { toLine } from './cell.ts'
import {
  addEmails,
  addRaw,
  companyKey,
  emptyContact,
  notDate,
  readCountry,
  setExternalId,
  settleHandles,
} from './contact-row.ts'
import type { ContactDraft, OrderDraft, RowRules } from './draft.ts'
import { clip, cut, quote, type Report } from './report.ts'

/** What the cells of an order row say, before it is known in which currency and whether it is a return. */
export interface RawOrder {
  number: string | null
  externalId: string | null
  placedAt: Date | null
  amount: number | null
  currency: string | null
  quantity: number | null
  status: OrderStatus | null
  itemSku: string | null
  itemName: string | null
  itemQuantity: number | null
  itemUnitAmount: number | null
  itemAmount: number | null
  customer: ContactDraft
  draft: Pick<OrderDraft, 'row' | 'company' | 'fields' | 'returnOf' | 'returnReason'>
}

export function emptyOrder(row: number): RawOrder {
  return {
    number: null,
    externalId: null,
    placedAt: null,
    amount: null,
    currency: null,
    quantity: null,
    status: null,
    itemSku: null,
    itemName: null,
    itemQuantity: null,
    itemUnitAmount: null,
    itemAmount: null,
    customer: emptyContact(row),
    draft: { row, company: null, fields: {}, returnOf: null, returnReason: null },
  }
}

type Setter = (raw: RawOrder, text: string, report: Report) => void

const statuses: Record<string, OrderStatus> = {
  placed: 'placed',
  open: 'placed',
  new: 'placed',
  pending: 'placed',
  processing: 'placed',
  received: 'placed',
  'on hold': 'placed',
  authorized: 'placed',
  unpaid: 'placed',
  prijata: 'placed',
  nova: 'placed',
  offen: 'placed',
  neu: 'placed',
  paid: 'paid',
  'partially paid': 'paid',
  refunded: 'paid',
  'partially refunded': 'paid',
  zaplaceno: 'paid',
  zaplacena: 'paid',
  bezahlt: 'paid',
  fulfilled: 'fulfilled',
  shipped: 'fulfilled',
  delivered: 'fulfilled',
  completed: 'fulfilled',
  complete: 'fulfilled',
  done: 'fulfilled',
  closed: 'fulfilled',
  sent: 'fulfilled',
  vyrizeno: 'fulfilled',
  vyrizena: 'fulfilled',
  doruceno: 'fulfilled',
  odeslano: 'fulfilled',
  geliefert: 'fulfilled',
  versendet: 'fulfilled',
  abgeschlossen: 'fulfilled',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  voided: 'cancelled',
  void: 'cancelled',
  failed: 'cancelled',
  expired: 'cancelled',
  storno: 'cancelled',
  stornovano: 'cancelled',
  zrusena: 'cancelled',
  zruseno: 'cancelled',
  storniert: 'cancelled',
}
const signs: Record<string, string> = {
  '€': 'EUR',
  $: 'USD',
  us$: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  kč: 'CZK',
  kc: 'CZK',
  zł: 'PLN',
  zl: 'PLN',
  ft: 'HUF',
  '₹': 'INR',
  '₽': 'RUB',
  '₴': 'UAH',
  'fr.': 'CHF',
}
const currencies = new Set(Intl.supportedValuesOf('currency'))

export function orderSetter(target: string, rules: RowRules): Setter {
  switch (target) {
    case 'number':
    case 'externalId':
    case 'itemSku':
      return (raw, text) => {
        if (!isNothing(text)) raw[target] = clip(toLine(text), 100)
      }
    case 'itemName':
      return (raw, text) => (raw.itemName = clip(toLine(text), 200))
    case 'placedAt':
      return (raw, text, report) => {
        const time = parseTime(text, rules.dateOrder)
        if (time === null || time.year < 1900 || time.year > 2099) report.refuse(`${notDate(text, rules)}.`)
        else raw.placedAt = instantOf(time, rules.timeZone)
      }
    case 'amount':
    case 'itemUnitAmount':
    case 'itemAmount':
      return (raw, text, report) => {
        if (isNothing(text)) return
        const amount = parseNumber(text, rules.decimalMark)
        if (amount === null || Math.abs(amount) > 1e12)
          report.refuse(`${quote(text)} is not an amount with “${rules.decimalMark}” before the decimals.`)
        else raw[target] = amount
      }
    case 'quantity':
    case 'itemQuantity':
      return (raw, text, report) => {
        if (isNothing(text)) return
        const quantity = parseNumber(text, rules.decimalMark)
        if (quantity === null || Math.abs(quantity) > 1_000_000_000) report.refuse(`${quote(text)} is not a quantity.`)
        else raw[target] = quantity
      }
    case 'currency':
      return (raw, text, report) => {
        if (isNothing(text)) return
        const code = signs[text.toLowerCase()] ?? text.toUpperCase()
        if (currencies.has(code)) raw.currency = code
        else report.refuse(`${quote(text)} is not a currency such as EUR.`)
      }
    case 'status':
      return (raw, text, report) => {
        const status = statuses[fold(text).replaceAll('_', ' ')]
        if (status !== undefined) raw.status = status
        else if (!isNothing(text))
          report.warn(`${quote(text)} is not a status that Rapport knows; the order counts as placed.`)
      }
    case 'customerId':
      return (raw, text) => setExternalId(raw.customer, rules.source, text)
    case 'customerEmail':
      return (raw, text, report) => addEmails(raw.customer, text, report)
    case 'customerPhone':
      return (raw, text) => addRaw(raw.customer, 'phone', text)
    case 'customerName':
      return (raw, text, report) => (raw.customer.name = cut(toLine(text), 200, report))
    case 'customerFirstName':
      return (raw, text, report) => (raw.customer.firstName = cut(toLine(text), 200, report))
    case 'customerLastName':
      return (raw, text, report) => (raw.customer.lastName = cut(toLine(text), 200, report))
    case 'customerCountry':
      return (raw, text, report) => (raw.customer.values.country = readCountry(text, report))
    case 'company':
      return (raw, text, report) => (raw.draft.company = companyKey(raw.draft.company, 'company', text, report))
    case 'returnReason':
      return (raw, text) => (raw.draft.returnReason = clip(toLine(text), 1000))
    case 'returnOf':
      return (raw, text) => {
        if (!isNothing(text)) raw.draft.returnOf = clip(toLine(text), 100)
      }
    default:
      throw new Error(`Orders have no target ${target}.`)
  }
}

/** The order that a row tells of, with amounts in minor units. */
export function settleOrder(raw: RawOrder, cells: readonly string[], rules: RowRules, report: Report): OrderDraft {
  const currency = raw.currency ?? rules.currency
  const minor = (amount: number) => toMinor(amount, currency)
  if (!rules.currencies.has(currency))
    report.refuse(
      `There is no exchange rate from ${currency} to ${rules.currency} yet. Add it in Settings, Workspace.`,
      null,
    )
  if (raw.placedAt === null && report.problems.length === 0) report.refuse('Has no date.', null)
  const item = itemOf(raw, minor)
  if (raw.amount === null && item === null && report.problems.length === 0) report.refuse('Has no amount.', null)
  settleHandles(raw.customer, rules, report)
  raw.customer.company = raw.draft.company
  const isKnown = raw.customer.handles.length > 0
  const given = raw.externalId ?? raw.number
  const sourceId = given ?? `row:${createHash('sha256').update(JSON.stringify(cells)).digest('base64url').slice(0, 22)}`
  return {
    ...raw.draft,
    number: raw.number ?? raw.externalId ?? sourceId.slice(4, 12),
    sourceId,
    isNumberless: given === null,
    placedAt: raw.placedAt ?? new Date(0),
    amount: raw.amount === null ? null : minor(raw.amount),
    currency,
    quantity: raw.quantity === null ? null : Math.round(raw.quantity),
    status: raw.status,
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
