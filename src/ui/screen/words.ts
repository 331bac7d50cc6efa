import { useLocale, type Locale } from '../i18n/i18n.tsx'

/** One short text in every language, for lists that are written outside of components. */
export type Words = Readonly<Record<Locale, string>>

export function useWords(): (words: Words) => string {
  const locale = useLocale()
  return words => words[locale]
}
