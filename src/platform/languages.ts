import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Sentence } from '../kernel/errors.ts'
import type { MessageParams } from '../kernel/message-params.ts'
import { readStored, wordsOf, type Dictionary, type Messages, type Translate } from '../kernel/messages.ts'
import { storedMark } from '../kernel/text.ts'

const dictionaries = readDictionaries(join(import.meta.dirname, '..'))

/** English, and every language that there are files of. */
export const languages: readonly string[] = ['en', ...dictionaries.keys()].toSorted()

/** `cs-CZ` reads `cs`; undefined for a language without files. */
export function findLanguage(tag: string): string | undefined {
  const language = tag.trim().split(/[-_;]/)[0]!.toLowerCase()
  return languages.includes(language) ? language : undefined
}

/** The language of a customer, where we speak it, else of the workspace. */
export function languageOf(customer: string | null | undefined, workspace: string): string {
  return (customer && findLanguage(customer)) || (findLanguage(workspace) ?? 'en')
}

/** A sentence in the language of a locale, also one that was stored; what is plain English stays as it is. */
export function textIn(sentence: Sentence, locale: string): string {
  const text = typeof sentence === 'string' ? readStored(sentence) : sentence
  if (text === undefined) return sentence as string
  const language = findLanguage(locale) ?? 'en'
  return wordsOf(text, language, dictionaries.get(language) ?? {})
}

const markInJson = JSON.stringify(storedMark).slice(0, -1)
const storedInJson = /(?<!\\)"\\u0002(?:[^"\\]|\\.)*"/g

/** JSON in which whatever is a stored text is in the language of a locale. */
export function jsonIn(json: string, locale: string): string {
  if (!json.includes(markInJson)) return json
  return json.replaceAll(storedInJson, found => JSON.stringify(textIn(JSON.parse(found) as string, locale)))
}

/** Words the texts of a page or mail. */
export function wordsFor<English extends Record<string, string>>(
  messages: Messages<English>,
  locale: string,
): Translate<English> {
  return (key, ...[params]) =>
    textIn({ group: messages.group, key, ...(params ? { params: params as MessageParams } : {}) }, locale)
}

/** The language's name in itself: Čeština. */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

const accepted = new Map<string, string | undefined>()

/** The language that a browser asks for most, of those that there are. */
export function acceptedLanguage(header: string | undefined): string | undefined {
  if (!header) return undefined
  if (accepted.size > 200) accepted.clear()
  if (!accepted.has(header)) accepted.set(header, mostWanted(header))
  return accepted.get(header)
}

function mostWanted(header: string): string | undefined {
  const wanted = header.split(',').map(part => {
    const [tag = '', ...options] = part.split(';')
    const quality = options.find(option => option.trim().startsWith('q='))
    return { language: findLanguage(tag), quality: quality ? Number(quality.trim().slice(2)) : 1 }
  })
  const known = wanted.filter(({ language, quality }) => language !== undefined && quality > 0)
  return known.toSorted((one, other) => other.quality - one.quality)[0]?.language
}

function readDictionaries(root: string): Map<string, Dictionary> {
  const found = new Map<string, Dictionary>()
  for (const path of globSync('**/words/*.json', { cwd: root })) {
    const language = basename(path, '.json')
    found.set(language, { ...found.get(language), ...JSON.parse(readFileSync(join(root, path), 'utf8')) })
  }
  return found
}
