import { id } from '../kernel/ids.ts'

/** What to look for: the needle, and as it stands in a text that is kept with its parameters as JSON. */
export function asWritten(needle: string): string[] {
  return [...new Set([needle, JSON.stringify(needle).slice(1, -1)])]
}

/** `text` without any of `needles`, whatever their case. */
export function redactText(text: string, needles: readonly string[], by = '[…]'): string {
  if (needles.length === 0) return text
  const longestFirst = needles.flatMap(asWritten).toSorted((a, b) => b.length - a.length)
  const escaped = longestFirst.map(needle => needle.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return text.replaceAll(new RegExp(escaped.join('|'), 'giu'), () => by)
}

/** A JSON value with `redactText` done to every text in it, keys among them; in an id only one as long is looked for. */
export function redactJson(value: unknown, needles: readonly string[], by?: string): unknown {
  const long = needles.filter(({ length }) => length >= 36)
  return walk(value, text => redactText(text, id.safeParse(text).success ? long : needles, by))
}

/** A JSON value with every text in it, keys among them, turned into another. */
export function walk(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map(item => walk(item, change))
  if (value !== null && typeof value === 'object' && !(value instanceof Date))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), walk(item, change)]))
  return value
}
