import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Text } from '../kernel/message-params.ts'
import { wordsOf, type Dictionary } from '../kernel/messages.ts'
import type { Ctx } from './context.ts'

const dictionaries = readDictionaries(join(import.meta.dirname, '..'))

/** English, and every language that there are files of. */
export const languages: readonly string[] = ['en', ...dictionaries.keys()].toSorted()

/** `cs-CZ` reads `cs`; undefined for a language without files. */
export function findLanguage(tag: string): string | undefined {
  const language = tag.trim().split(/[-_;]/)[0]!.toLowerCase()
  return languages.includes(language) ? language : undefined
}

export function textIn(text: Text, locale: string): string {
  const language = findLanguage(locale) ?? 'en'
  return wordsOf(text, language, dictionaries.get(language) ?? {})
}

/** The language of whoever asks, else of the workspace. */
export function readerLocale(ctx: Pick<Ctx, 'actor' | 'workspace'>): string {
  return ctx.actor.locale ?? ctx.workspace.locale
}

function readDictionaries(root: string): Map<string, Dictionary> {
  const found = new Map<string, Dictionary>()
  for (const path of globSync('**/words/*.json', { cwd: root })) {
    const language = basename(path, '.json')
    found.set(language, { ...found.get(language), ...JSON.parse(readFileSync(join(root, path), 'utf8')) })
  }
  return found
}
