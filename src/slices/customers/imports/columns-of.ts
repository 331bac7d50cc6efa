import type { Messages } from '../../../kernel/messages.ts'
import { clip, cut } from './rows/report.ts'
import { toLine } from './rows/cell.ts'
import type { TargetColumn } from './import-target.ts'
import { isNothing } from './values/word.ts'

type Read<Raw> = TargetColumn<Raw>['read']

/**
 * Columns with their labels (of the first words that have one), the headings that mean them (`a|b|c`, in their order of precedence) and how their cells are
 * read, by key.
 */
export function columnsOf<Raw>(
  words: Messages | readonly Messages[],
  headings: Readonly<Record<string, string>>,
  readers: Readonly<Record<string, Read<Raw>>>,
  { many = [], dates = [], numbers = [] }: Partial<Record<'many' | 'dates' | 'numbers', readonly string[]>> = {},
): TargetColumn<Raw>[] {
  return Object.entries(headings).map(([key, synonyms]) => {
    const read = readers[key]
    const said = [words].flat().find(({ english }) => key in english)
    if (!read || !said) throw new Error(`The column ${key} has no label, or nothing reads it.`)
    return {
      key,
      label: { group: said.group, key },
      synonyms: synonyms.split('|'),
      read,
      isMany: many.includes(key),
      holds: dates.includes(key) ? 'date' : numbers.includes(key) ? 'number' : null,
    }
  })
}

/** One line of text that is kept as it is. */
export function readLine<Key extends string>(key: Key, length = 200): Read<{ values: Partial<Record<Key, string>> }> {
  return ({ values }, text, report) => (values[key] = cut(toLine(text), length, report))
}

/** What the record is called in the other system. */
export function readSourceId(draft: { sourceId: string | null }, text: string): void {
  if (!isNothing(text)) draft.sourceId = clip(toLine(text), 200)
}
