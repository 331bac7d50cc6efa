import { DirectionProvider } from '@mantine/core'
import { createContext, Suspense, use, useEffect, useMemo, type ReactNode } from 'react'
import type { MessageParams, Text } from '../../kernel/message-params.ts'
import { directionOf, wordsOf, type Dictionary, type Messages, type Translate } from '../../kernel/messages.ts'
import { createFormatters, type Formatters } from './format.ts'
import { languageFor, loadWords } from './languages.ts'

interface I18n {
  /** The language of the texts, one of `languages`. */
  locale: string
  dictionary: Dictionary
  format: Formatters
}

const I18nContext = createContext<I18n | null>(null)
const english: Dictionary = {}

export interface I18nProviderProps {
  /** BCP 47 tag of the reader; `cs-CZ` reads Czech texts, a language without texts reads English. */
  locale: string
  /** IANA name; times are shown in it. */
  timeZone: string
  children: ReactNode
}

/** Shows nothing until the texts of the language are there. */
export function I18nProvider(props: I18nProviderProps) {
  return (
    <Suspense>
      <Localised {...props} />
    </Suspense>
  )
}

function Localised({ locale: tag, timeZone, children }: I18nProviderProps) {
  const locale = languageFor(tag)
  const dictionary = locale === 'en' ? english : use(loadWords(locale))
  const value = useMemo(() => {
    const region = tag.toLowerCase().startsWith(locale) ? tag : locale
    return { locale, dictionary, format: createFormatters(region, timeZone, dictionary) }
  }, [tag, locale, timeZone, dictionary])
  const direction = directionOf(locale)
  useEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = direction
  }, [locale, direction])
  return (
    <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
      <I18nContext value={value}>{children}</I18nContext>
    </DirectionProvider>
  )
}

function useI18n() {
  const value = use(I18nContext)
  if (!value) throw new Error('I18nProvider is missing above this component')
  return value
}

export function useLocale(): string {
  return useI18n().locale
}

export function useFormat(): Formatters {
  return useI18n().format
}

export function useMessages<English extends Record<string, string>>(messages: Messages<English>): Translate<English> {
  const { locale, dictionary } = useI18n()
  return useMemo(
    () =>
      (key, ...[params]) =>
        wordsOf(
          { group: messages.group, key, ...(params ? { params: params as MessageParams } : {}) },
          locale,
          dictionary,
        ),
    [messages, locale, dictionary],
  )
}

/** Words a text that was made outside of components. */
export function useText(): (text: Text) => string {
  const { locale, dictionary } = useI18n()
  return useMemo(() => text => wordsOf(text, locale, dictionary), [locale, dictionary])
}
