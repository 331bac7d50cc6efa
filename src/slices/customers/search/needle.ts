import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/min'
import { fold } from '../../../kernel/text.ts'
import { indexedLength, searchWords } from '../../../platform/record/list.ts'
import { slipsOf } from './slips.ts'

/** Texts from `from` up to but not including `to`, in the order of bytes: those that begin with `from`. */
export interface Prefix {
  from: string
  to: string
}

/** A typed query in the forms in which it is looked for. */
export interface Needle {
  /** As names begin. */
  name: Prefix
  /** As handles begin. */
  handles: Prefix[]
  /** As order numbers and SKUs begin; empty when it cannot be one. */
  numbers: Prefix[]
  /** Words that must all occur; empty when none is long enough for the index. */
  words: string[]
  /** What may have been meant by the longest word, and the other words; null when a slip makes no sense. */
  meant: { instead: string[]; beside: string[] } | null
}

const lastCharacter = '\u{10ffff}'
const mostWords = 4

export function readNeedle(q: string, country: string): Needle | null {
  const text = fold(q).slice(0, 100)
  const bare = text.replace(/^[@#]\s*/, '')
  if (bare === '') return null
  const phone = phoneOf(bare)
  const words = phone === null ? searchWords(bare).slice(0, mostWords) : [phone.digits]
  const longest = words.toSorted((a, b) => b.length - a.length)[0]!
  const isIndexed = longest.length >= indexedLength
  const canSlip = longest.length > indexedLength && words.every(word => /^[\p{L}'-]+$/u.test(word))
  return {
    name: prefix(text),
    handles: handlesOf(q, bare, phone?.prefixes(country)).map(prefix),
    numbers: /^\S*[\d-]\S*$/.test(bare) ? [...new Set([typed(q), typed(q).toUpperCase()])].map(prefix) : [],
    words: isIndexed ? words : [],
    meant: canSlip ? { instead: slipsOf(longest), beside: words.filter(word => word !== longest) } : null,
  }
}

/** Handles of networks keep their accents. */
function handlesOf(q: string, bare: string, phones: string[] | undefined): string[] {
  return (
    phones ?? [
      ...new Set([bare, q.slice(0, 200).normalize('NFC').trim().toLowerCase().replace(/^@/, '').slice(0, 100)]),
    ]
  )
}

function prefix(from: string): Prefix {
  return { from, to: from + lastCharacter }
}

/** Order numbers keep their case. */
function typed(q: string): string {
  return q.slice(0, 200).normalize('NFC').trim().replace(/^#\s*/, '').slice(0, 100)
}

function phoneOf(text: string): { digits: string; prefixes(country: string): string[] } | null {
  if (!/^\+?[\d\s().-]{3,}$/.test(text) || !/\d{2}/.test(text)) return null
  const international = text.replace(/[\s().-]/g, '').replace(/^00/, '+')
  const national = international.replace(/^0/, '')
  return {
    digits: international,
    prefixes: country =>
      international.startsWith('+') || !isSupportedCountry(country)
        ? [international]
        : [international, `+${getCountryCallingCode(country)}${national}`],
  }
}
