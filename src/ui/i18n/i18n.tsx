import { createContext, use, useEffect, useMemo, type ReactNode } from 'react'
import { createFormatters, type Formatters } from './format.ts'
import { translate, type MessageParams } from './translate.ts'

export const locales = { en: 'English', cs: 'Čeština' } as const
export type Locale = keyof typeof locales

export interface Messages<Key extends string = string> {
  en: Record<Key, string>
  cs: Record<Key, string>
}

export type Translate<Key extends string> = (key: Key, params?: MessageParams) => string

/** The texts of one feature in every language; a key that a language lacks does not compile. */
export function defineMessages<const English extends Record<string, string>>(messages: {
  en: English
  cs: Record<keyof English & string, string>
}): Messages<keyof English & string> {
  return messages
}

const I18nContext = createContext<{ locale: Locale; format: Formatters } | null>(null)

export interface I18nProviderProps {
  /** BCP 47 tag of the reader; `cs-CZ` reads Czech texts, a language without texts reads English. */
  locale: string
  /** IANA name; times are shown in it. */
  timeZone: string
  children: ReactNode
}

export function I18nProvider({ locale: tag, timeZone, children }: I18nProviderProps) {
  const value = useMemo(() => {
    const language = tag.split('-')[0]!.toLowerCase()
    const locale: Locale = language in locales ? (language as Locale) : 'en'
    return { locale, format: createFormatters(language in locales ? tag : 'en', timeZone) }
  }, [tag, timeZone])
  useEffect(() => {
    document.documentElement.lang = value.locale
  }, [value.locale])
  return <I18nContext value={value}>{children}</I18nContext>
}

function useI18n() {
  const value = use(I18nContext)
  if (!value) throw new Error('I18nProvider is missing above this component')
  return value
}

export function useLocale(): Locale {
  return useI18n().locale
}

export function useFormat(): Formatters {
  return useI18n().format
}

export function useMessages<Key extends string>(messages: Messages<Key>): Translate<Key> {
  const { locale } = useI18n()
  return useMemo(() => (key, params) => translate(messages[locale][key], locale, params), [messages, locale])
}
