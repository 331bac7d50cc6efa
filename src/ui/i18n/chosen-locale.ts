import { sharedValue } from '../shared-value.ts'

const key = 'rapport.locale'
/** Some browsers name a language that no other program knows, such as `en-US@posix`. */
export const browserLocale = navigator.languages.find(isLocale) ?? 'en'
const chosen = sharedValue<string | null>(null)

/** The language chosen in this browser, before anyone has signed in. */
export function useChosenLocale(): string {
  return chosen.use() ?? localStorage.getItem(key) ?? browserLocale
}

export function chooseLocale(locale: string): void {
  if (localStorage.getItem(key) === locale) return
  localStorage.setItem(key, locale)
  chosen.set(locale)
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}
