import type { Column } from '../kernel/record/column.ts'
import { columnsFor, type Columns, type KeyFor } from '../kernel/record/record.ts'

const candidates = [
  ['One', 'Two', 'Three'],
  ['CZ', 'DE', 'FR'],
  ['cs', 'de', 'fr'],
  ['Europe/Prague', 'Asia/Tokyo', 'America/Lima'],
  ['1990-05-05', '1985-11-30', '2001-02-28'],
  [7, 8, 9],
]

/** A value for each column that people write as it is, references left out: a column that is added has one too. */
export function sampleOf<C extends Columns>(columns: C, which: 0 | 1 | 2 = 0): { [K in KeyFor<C, 'written'>]: never } {
  const samples = Object.entries<Column>(columnsFor(columns as Columns, 'written'))
    .filter(([, column]) => column.refersTo === undefined)
    .map(([key, { given, choices }]) => {
      const values = choices ? [choices.at(-1 - which)] : candidates.map(pair => pair[which])
      const value = values.find(one => given.safeParse(one).success)
      if (value === undefined) throw new Error(`There is no sample for ${key}.`)
      return [key, value]
    })
  return Object.fromEntries(samples) as never
}
