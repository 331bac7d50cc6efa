import { z } from 'zod'
import { defineMessages, refusal } from './messages.ts'

const words = defineMessages('kernel.money', {
  currency: 'Use a three-letter currency code such as EUR.',
  noCurrency: 'There is no currency with this code. Use one such as EUR.',
})

/** The codes that there are, and were: ISO 4217 as ICU knows it, in the browser and here. */
export const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** ISO 4217 alphabetic code. */
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, refusal(words, 'currency'))
  .refine(code => currencies.has(code), refusal(words, 'noCurrency'))

/** An amount in minor units (cents) of its currency. */
export const minorUnits = z.int()

const digits = new Map<string, number>()

/** Decimal places of a currency: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(code: string): number {
  let known = digits.get(code)
  if (known === undefined) {
    known = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits!
    digits.set(code, known)
  }
  return known
}

/** A decimal amount ("12.30") as minor units; rounded half away from zero. */
export function toMinor(amount: number, code: string): number {
  const scaled = Math.abs(amount) * 10 ** currencyDigits(code)
  const rounded = Math.round(scaled + Number.EPSILON * scaled)
  return amount < 0 ? -rounded || 0 : rounded
}

export function fromMinor(minor: number, code: string): number {
  return minor / 10 ** currencyDigits(code)
}

/** Minor units of `from` as minor units of `to` at `rate` (units of `to` per unit of `from`). */
export function convertMinor(minor: number, from: string, to: string, rate: number): number {
  return from === to ? minor : toMinor(fromMinor(minor, from) * rate, to)
}

export function formatMoney(minor: number, code: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: code }).format(fromMinor(minor, code))
}
