import type { MessageParams, ParamsOf, Text } from './message-params.ts'
import { storedMark } from './text.ts'
import { translate } from './translate.ts'

/**
 * The texts of one part of the product. English stands here, beside its use, and is the source; every other language is
 * a file `words/<language>.json` of the slice, by group and key.
 */
export interface Messages<English extends Record<string, string> = Record<string, string>> {
  readonly group: string
  readonly english: English
}

/** Words the texts of one group in one language. */
export type Translate<English extends Record<string, string>> = <Key extends keyof English & string>(
  key: Key,
  ...params: ParamsOf<English[Key]>
) => string

/** The texts of one language by group and key. */
export type Dictionary = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>

const groups = new Map<string, Readonly<Record<string, string>>>()

export function defineMessages<const English extends Record<string, string>>(
  group: string,
  english: English,
): Messages<English> {
  groups.set(group, english)
  return { group, english }
}

/** `say(words, 'taken', { name })`: what to say, whoever will read it. */
export function say<English extends Record<string, string>, Key extends keyof English & string>(
  messages: Messages<English>,
  key: Key,
  ...[params]: ParamsOf<English[Key]>
): Text {
  return { group: messages.group, key, ...(params ? { params: params as MessageParams } : {}) }
}

type TextOf<English extends string> = ParamsOf<English> extends [] ? Text : (...params: ParamsOf<English>) => Text

/** A text that stands alone, by its group and key: `tasks.slice.hasTask`. What takes parameters is said with them. */
export function defineText<const English extends string>(address: string, english: English): TextOf<English> {
  const { group, key } = readAddress(address)
  groups.set(group, { [key]: english })
  const sayIt = (params?: MessageParams): Text => ({ group, key, ...(params ? { params } : {}) })
  return (english.includes('{') ? sayIt : sayIt()) as TextOf<English>
}

/** The key is the last part of the address. */
export function readAddress(address: string): Omit<Text, 'params'> {
  const dot = address.lastIndexOf('.')
  return { group: address.slice(0, dot), key: address.slice(dot + 1) }
}

/** The text in the language of the dictionary, in English where that says nothing of it. */
export function wordsOf(text: Text, locale: string, dictionary: Dictionary): string {
  const translated = own(own(dictionary, text.group), text.key)
  const message = translated ?? own(groups.get(text.group), text.key)
  if (message === undefined) return text.key
  const spoken = translated === undefined ? 'en' : locale
  return translate(message, spoken, text.params && worded(text.params, locale, dictionary))
}

/** A text that was stored may name anything, also what every object has. */
function own<Value>(values: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined
}

/** Texts may stand inside of texts, stored ones too: the name of somebody who has none. */
function worded(params: MessageParams, locale: string, dictionary: Dictionary): MessageParams {
  const sayIn = (value: Text | string) => {
    const text = isText(value) ? value : readStored(value)
    return text ? wordsOf(text, locale, dictionary) : (value as string)
  }
  const texts = Object.entries(params).map(([name, value]) => {
    if (Array.isArray(value))
      return [name, new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale).format(value.map(sayIn))]
    return [name, typeof value === 'string' || isText(value) ? sayIn(value) : value]
  })
  return Object.fromEntries(texts) as MessageParams
}

/** The text as it is kept in a column of text; `readStored` has it back. */
export function stored(text: Text): string {
  return storedMark + JSON.stringify(text)
}

/** Undefined for what somebody else wrote, whose words have no mark, and for what was cut. */
export function readStored(text: string): Text | undefined {
  if (!text.startsWith(storedMark)) return undefined
  try {
    const value: unknown = JSON.parse(text.slice(storedMark.length))
    return isText(value) && own(groups.get(value.group), value.key) !== undefined ? value : undefined
  } catch {
    return undefined
  }
}

/** The message of a schema, which can only be a string. */
export function refusal<English extends Record<string, string>, Key extends keyof English & string>(
  messages: Messages<English>,
  key: Key,
  ...params: ParamsOf<English[Key]>
): string {
  return stored(say(messages, key, ...params))
}

export function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'group' in value && 'key' in value
}

export function inEnglish(text: Text): string {
  return wordsOf(text, 'en', {})
}

export function messageKeys<English extends Record<string, string>>(messages: Messages<English>) {
  return Object.keys(messages.english) as (keyof English & string)[]
}

export function hasKey<English extends Record<string, string>>(
  messages: Messages<English>,
  key: string,
): key is keyof English & string {
  return Object.hasOwn(messages.english, key)
}

/** Arabic, Hebrew and their like are written from right to left. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(language) as Intl.Locale & { getTextInfo?(): { direction: 'ltr' | 'rtl' } }
  return locale.getTextInfo?.().direction ?? 'ltr'
}
