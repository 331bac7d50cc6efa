import { sql, type RawBuilder } from 'kysely'
import { inEnglish, readStored } from '../../kernel/messages.ts'
import { fold, sortKey, storedMark } from '../../kernel/text.ts'
import { languages, textIn } from '../languages.ts'

/**
 * A name is what somebody gave, or, where nobody did, a stored text that says why: `No name`, `Visitor 7f3a`. So whoever
 * reads it reads it in their language, and nobody who is really called that is taken for nameless.
 */
export function isGiven(name: string): boolean {
  return readStored(name) === undefined
}

/** The same of a column. */
export function isGivenName(column: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.raw(column)} not like ${`${storedMark}%`}`
}

const afterAllNames = '\u{10fffd}'

/** By what a name is sorted; those that nobody gave come after all that somebody did. */
export function sortNameOf(name: string): string {
  const text = readStored(name)
  return text ? afterAllNames + fold(inEnglish(text)) : sortKey(name)
}

/** What a name is found by: itself, or what it reads in each language. */
export function foldedName(name: string): string {
  return isGiven(name) ? fold(name) : [...new Set(languages.map(language => fold(textIn(name, language))))].join(' ')
}
