import type { Dictionary } from '../../kernel/messages.ts'

/** One chunk for each language, made of the files of all slices; nobody loads a language that they do not read. */
const files = import.meta.glob<Record<string, Record<string, string>>>('../../**/words/*.json', { import: 'default' })

const languageOf = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length)

/** English, the source, first; then every language that there are files of. */
export const languages: readonly string[] = ['en', ...new Set(Object.keys(files).map(languageOf).toSorted())]

const loaded = new Map<string, Promise<Dictionary>>()

export function loadWords(language: string): Promise<Dictionary> {
  let words = loaded.get(language)
  if (!words) loaded.set(language, (words = readWords(language)))
  return words
}

async function readWords(language: string): Promise<Dictionary> {
  const paths = Object.keys(files).filter(path => languageOf(path) === language)
  const groups = await Promise.all(paths.map(path => files[path]!()))
  return Object.assign({}, ...groups) as Dictionary
}

/** `cs-CZ` reads `cs`; who speaks none of our languages reads English. */
export function languageFor(tag: string): string {
  const language = tag.split('-')[0]!.toLowerCase()
  return languages.includes(language) ? language : 'en'
}

/** The language's name in itself: Čeština. */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}
