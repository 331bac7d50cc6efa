import type { Messages } from '../../../kernel/messages.ts'
import type { Column } from '../../../kernel/record/column.ts'
import type { Columns } from '../../../kernel/record/record.ts'
import { clip } from '../../../kernel/text.ts'
import { toLine } from './rows/cell.ts'
import { readColumn } from './rows/read-values.ts'
import type { TargetColumn } from './import-target.ts'
import { isNothing } from './values/word.ts'

type Read<Raw> = TargetColumn<Raw>['read']

interface More extends Partial<Record<'many' | 'dates' | 'numbers', readonly string[]>> {
  /** The record's, of which those that need no more are read as what they hold. */
  of?: Columns
}

/**
 * Columns with their labels (of the first words that have one for all, or for the last part of the key), the headings that mean them (`a|b|c`, in their order of
 * precedence) and how their cells are read, by key. What nothing else reads is a plain column of the record.
 */
export function importColumns<Raw>(
  words: Messages | readonly Messages[],
  headings: Readonly<Record<string, string>>,
  readers: Readonly<Record<string, Read<Raw>>>,
  { of = {}, many = [], dates = [], numbers = [] }: More = {},
): TargetColumn<Raw>[] {
  const groups = [words].flat()
  return Object.entries(headings).map(([key, synonyms]) => {
    const column = of[key]
    const read = readers[key] ?? (column && (plainReader(key, column) as Read<Raw>))
    const called = [key, key.split('.').at(-1)!].find(name => groups.some(({ english }) => name in english))
    const said = groups.find(({ english }) => called !== undefined && called in english)
    if (!read || !said || called === undefined) throw new Error(`The column ${key} has no label, or nothing reads it.`)
    const isDate = dates.includes(key) || column?.type === 'date' || column?.type === 'timestamptz'
    const isNumber = numbers.includes(key) || column?.type === 'integer'
    return {
      key,
      label: { group: said.group, key: called },
      synonyms: synonyms.split('|'),
      read,
      isMany: many.includes(key),
      holds: isDate ? 'date' : isNumber ? 'number' : null,
    }
  })
}

function plainReader(key: string, column: Column): Read<{ values: Record<string, unknown> }> {
  return ({ values }, text, report, rules) => {
    const value = readColumn(column, text, report, rules)
    if (value !== undefined) values[key] = value
  }
}

/** What something is called in another system: an id, a number, a SKU. */
export const readCode =
  <Key extends string>(key: Key, most = 200) =>
  (draft: Partial<Record<Key, string | null>>, text: string): void => {
    if (!isNothing(text)) draft[key] = clip(toLine(text), most)
  }
