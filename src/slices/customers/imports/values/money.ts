import { currencies } from '../../../../kernel/money.ts'
import { numberWithSigns } from './number.ts'
import type { DecimalMark } from '../schema.ts'

/** An amount as a cell says it, with the signs and codes of currencies that stand beside it. */
export interface Amount {
  text: string
  amount: number
  signs: readonly string[]
}

/** What else than its code and its sign in English a currency is called by. */
const spellings = {
  us$: 'USD',
  $us: 'USD',
  kc: 'CZK',
  zl: 'PLN',
  лв: 'BGN',
  'лв.': 'BGN',
  'fr.': 'CHF',
  'kr.': 'DKK NOK',
}
/** Which currency is meant by a sign that several have. */
const usual = new Set(['USD', 'GBP', 'JPY'])

let meanings: Map<string, string[]> | undefined

/** The currencies that a sign or a code may stand for. */
function currenciesBy(sign: string): readonly string[] {
  if (!meanings) {
    meanings = new Map(Object.entries(spellings).map(([spelling, codes]) => [spelling, codes.split(' ')]))
    for (const code of currencies)
      for (const shown of [code, ...['symbol', 'narrowSymbol'].map(display => signOf(code, display))]) {
        const known = meanings.get(shown.toLowerCase()) ?? []
        if (!known.includes(code)) meanings.set(shown.toLowerCase(), [...known, code])
      }
  }
  return meanings.get(sign.toLowerCase()) ?? []
}

function signOf(currency: string, display: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: display as 'symbol' })
  return format.formatToParts(0).find(({ type }) => type === 'currency')!.value
}

/** `EUR`, `eur`, `€` or `Kč`; null when it is no currency, or one of several. */
export function parseCurrency(text: string): string | null {
  const meant = currenciesBy(text.trim())
  const [only] = meant.length === 1 ? meant : meant.filter(code => usual.has(code))
  return only ?? null
}

/** An amount of money; null when it is none, or what stands beside it is no currency. */
export function parseMoney(text: string, mark: DecimalMark): Amount | null {
  const read = numberWithSigns(text, mark)
  if (read === null || read.signs.some(sign => currenciesBy(sign).length === 0)) return null
  return { text, amount: read.number, signs: read.signs }
}

/**
 * The currency of amounts that have one: that of the signs beside them, else the one that is `stated` with them, else
 * `expected`. Null where they differ.
 */
export function amountsCurrency(amounts: readonly Amount[], stated: string | null, expected: string): string | null {
  const likely = stated ?? expected
  const meant = amounts
    .flatMap(({ signs }) => signs)
    .map(sign => (currenciesBy(sign).includes(likely) ? likely : parseCurrency(sign)))
  const all = new Set(stated === null ? meant : [stated, ...meant])
  if (all.size > 1) return null
  const [only = expected] = all
  return only
}
