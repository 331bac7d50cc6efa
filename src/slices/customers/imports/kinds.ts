import { fold } from '../../../kernel/text.ts'
import { invalidChoice } from '../../../kernel/errors.ts'
import type { App } from '../../../platform/context.ts'
import type { RecordKind } from '../../../platform/record/record-kind.ts'
import type { ImportTarget } from './import-target.ts'

/** A kind of record that a file can hold. Imports know it by its table, `contacts`. */
export type ImportableKind = RecordKind & { importTarget: ImportTarget }

type Records = Pick<App, 'records'>

export function importableKinds({ records }: Records): ImportableKind[] {
  return records.filter(kind => kind.importTarget !== undefined) as ImportableKind[]
}

export function importableKind(app: Records, object: string): ImportableKind {
  const kind = importableKinds(app).find(({ table }) => table === object)
  if (!kind) throw new Error(`No slice says how ${object} are imported.`)
  return kind
}

/** Refuses what no file can hold. */
export function requireImportable(app: Records, object: string): void {
  const tables = importableKinds(app).map(({ table }) => table)
  if (!tables.includes(object)) throw invalidChoice('object', tables)
}

/** A heading as it is compared: words in lower case without accents and punctuation. */
export function headingKey(heading: string): string {
  return fold(heading.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const lookups = new WeakMap<ImportTarget, Map<string, string>>()

/** The column that a heading means, by its words, however they are set apart; a number in it (`E-mail 2`) does not matter. */
export function meaningOf(target: ImportTarget, heading: string): string | null {
  let lookup = lookups.get(target)
  if (!lookup) {
    const known = target.columns.flatMap(({ key, synonyms }) => synonyms.map(words => [joined(words), key] as const))
    lookup = new Map(known.toReversed())
    lookups.set(target, lookup)
  }
  const key = headingKey(heading)
  return lookup.get(joined(key)) ?? lookup.get(joined(key.replaceAll(/\b\d+\b/g, ''))) ?? null
}

const joined = (words: string) => words.replaceAll(' ', '')
