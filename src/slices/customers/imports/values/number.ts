import type { DecimalMark } from '../schema.ts'

const space = /[\s\u00a0\u202f'’]/g
const currencySign =
  /^(?:[A-Z]{3}|[A-Z]{0,3}[\p{Sc}]|Kč|Kc|kr\.?|zł|Ft|lei|лв\.?|CHF)|(?:[A-Z]{3}|[\p{Sc}][A-Z]{0,3}|Kč|Kc|kr\.?|zł|Ft|lei|лв\.?|,-)$/u

/** A number as people write it: `1 234,56`, `1,234.56`, `€ 12`, `(12.00)`, `12-`, `1’200`; null when it is none. */
export function parseNumber(text: string, mark: DecimalMark): number | null {
  return numberWithSigns(text, mark)?.number ?? null
}

/** The same with the signs and codes of currencies that stand around it. */
export function numberWithSigns(text: string, mark: DecimalMark): { number: number; signs: string[] } | null {
  let value = text.trim()
  if (/^-?\d{1,15}$/.test(value)) return { number: Number(value), signs: [] }
  const signs: string[] = []
  const stripCurrency = () => {
    const sign = currencySign.exec(value)?.[0]
    if (sign === undefined) return
    if (sign !== ',-') signs.push(sign)
    value = value.replace(sign, '').trim()
  }
  let isNegative = false
  const bracketed = /^\((.+)\)$/.exec(value)
  if (bracketed) [isNegative, value] = [true, bracketed[1]!.trim()]
  const stripSign = () => {
    const sign = /^[-−–+]|[-−–]$/.exec(value)
    if (!sign) return
    if (sign[0] !== '+') isNegative = !isNegative
    value = (sign.index === 0 ? value.slice(1) : value.slice(0, -1)).trim()
  }
  stripSign()
  stripCurrency()
  stripSign()
  stripCurrency()
  value = value.replace(space, '')
  const group = mark === '.' ? ',' : '.'
  const [whole, fraction, ...more] = value.split(mark)
  if (more.length > 0 || whole === undefined) return null
  if (fraction !== undefined && !/^\d*$/.test(fraction)) return null
  const digits = whole.split(group)
  if (digits.length > 1 && !(/^\d{1,3}$/.test(digits[0]!) && digits.slice(1).every(part => /^\d{3}$/.test(part))))
    return null
  const plain = `${digits.join('')}${fraction ? `.${fraction}` : ''}`
  if (!/^\d*(?:\.\d*)?(?:e[+-]?\d{1,2})?$/i.test(plain) || !/\d/.test(plain)) return null
  const number = Number(plain)
  if (!Number.isFinite(number)) return null
  return { number: isNegative && number !== 0 ? -number : number, signs }
}

/** Which mark separates the decimals of these numbers; null when nothing tells. */
export function sniffDecimalMark(values: readonly string[]): DecimalMark | null {
  let groups = 0
  for (const raw of values) {
    const value = raw.replace(space, '').replace(/[^\d.,]/g, '')
    const [dot, comma] = [value.lastIndexOf('.'), value.lastIndexOf(',')]
    if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ','
    const at = Math.max(dot, comma)
    if (at < 0) continue
    const mark = dot >= 0 ? '.' : ','
    const isRepeated = value.indexOf(mark) !== at
    if (isRepeated) return mark === '.' ? ',' : '.'
    if (value.length - at - 1 !== 3 || at > 3 || at === 0 || value.startsWith('0')) return mark
    if (mark === '.') groups++
  }
  return groups >= 3 ? ',' : null
}
