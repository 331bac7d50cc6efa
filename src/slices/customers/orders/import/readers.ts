import { defineMessages, say } from '../../../../kernel/messages.ts'
import { fold } from '../../../../kernel/text.ts'
import {
  instantOf,
  isNothing,
  notDate,
  parseCurrency,
  parseMoney,
  parseNumber,
  parseTime,
  quote,
  meaningsOf,
  type Report,
  type RowRules,
} from '../../imports/public.ts'
import type { OrderStatus } from '../schema.ts'
import type { RawOrder } from './row.ts'

const words = defineMessages('orders.readers', {
  notAmount: '{value} is not an amount with “{decimalMark}” before the decimals.',
  notQuantity: '{value} is not a quantity.',
  notCurrency: '{value} is not a currency such as EUR.',
  notStatus: '{value} is not a status that Rapport knows; the order counts as placed.',
})

type Read = (raw: RawOrder, text: string, report: Report, rules: RowRules) => void

const statuses = meaningsOf<OrderStatus>({
  placed: 'placed|open|new|pending|processing|received|on hold|authorized|unpaid|prijata|nova|offen|neu',
  paid: 'paid|partially paid|refunded|partially refunded|zaplaceno|zaplacena|bezahlt',
  fulfilled:
    'fulfilled|shipped|delivered|completed|complete|done|closed|sent|vyrizeno|vyrizena|doruceno|odeslano|geliefert|versendet|abgeschlossen',
  cancelled: 'cancelled|canceled|voided|void|failed|expired|storno|stornovano|zrusena|zruseno|storniert',
})

export const readPlacedAt: Read = (raw, text, report, rules) => {
  const time = parseTime(text, rules.dateOrder)
  if (time === null || time.year < 1900 || time.year > 2099) report.refuse(notDate(text, rules))
  else raw.placedAt = instantOf(time, rules.timeZone)
}

export const readAmount =
  (key: 'amount' | 'itemUnitAmount' | 'itemAmount'): Read =>
  (raw, text, report, { decimalMark }) => {
    if (isNothing(text)) return
    const money = parseMoney(text, decimalMark)
    if (money === null || Math.abs(money.amount) > 1e12)
      return report.refuse(say(words, 'notAmount', { value: quote(text), decimalMark }))
    raw[key] = money.amount
    raw.amounts.push(money)
  }

export const readQuantity =
  (key: 'quantity' | 'itemQuantity'): Read =>
  (raw, text, report, { decimalMark }) => {
    if (isNothing(text)) return
    const quantity = parseNumber(text, decimalMark)
    if (quantity === null || Math.abs(quantity) > 1_000_000_000)
      report.refuse(say(words, 'notQuantity', { value: quote(text) }))
    else raw[key] = quantity
  }

export const readCurrency: Read = (raw, text, report) => {
  if (isNothing(text)) return
  const code = parseCurrency(text)
  if (code !== null) raw.currency = code
  else report.refuse(say(words, 'notCurrency', { value: quote(text) }))
}

export const readStatus: Read = (raw, text, report) => {
  const status = statuses.get(fold(text).replaceAll('_', ' '))
  if (status !== undefined) raw.status = status
  else if (!isNothing(text)) report.warn(say(words, 'notStatus', { value: quote(text) }))
}
