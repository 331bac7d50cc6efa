import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/min'
import { fold } from '../../../kernel/text.ts'

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
  /** As order numbers begin; empty when it cannot be one. */
  numbers: Prefix[]
  /** Words that must all occur; empty when none is long enough for the index. */
  words: string[]
  /** A single word with two letters next to each other exchanged, the commonest slip. */
  swaps: string[]
  /** How similar a name must be to be one slip away: it depends on the length. Null when a slip makes no sense. */
  slip: number | null
}

const lastCharacter = '\u{10ffff}'
/** Shorter words have no trigram of their own. */
export const indexedLength = 3
const mostWords = 4

export function readNeedle(q: string, country: string): Needle | null {
  const text = fold(q).slice(0, 100)
  const bare = text.replace(/^[@#]\s*/, '')
  if (bare === '') return null
  const phone = phoneOf(bare)
  const words = phone === null ? bare.split(' ').slice(0, mostWords) : [phone.digits]
  const isIndexed = words.some(word => word.length >= indexedLength)
  const isTypo = phone === null && bare.length > indexedLength && !bare.includes('@')
  return {
    name: prefix(text),
    handles: (phone === null ? [bare] : phone.prefixes(country)).map(prefix),
    numbers: /^\S*\d\S*$/.test(bare) ? [...new Set([typed(q), typed(q).toUpperCase()])].map(prefix) : [],
    words: isIndexed ? words : [],
    swaps: isTypo && words.length === 1 ? swapsOf(bare) : [],
    slip: isTypo ? (bare.length < 7 ? 0.5 : 0.6) : null,
  }
}

function prefix(from: string): Prefix {
  return { from, to: from + lastCharacter }
}

/** Order numbers keep their case. */
function typed(q: string): string {
  return q.normalize('NFC').trim().replace(/^#\s*/, '').slice(0, 100)
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

function swapsOf(word: string): string[] {
  const letters = [...word]
  const swaps = letters
    .slice(1)
    .map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join(''))
  return [...new Set(swaps)].filter(swap => swap !== word).slice(0, 15)
}
