import { useSyncExternalStore } from 'react'

const key = 'rapport.locale'
/** Some browsers name a language that no other program knows, such as `en-US@posix`. */
export const browserLocale = navigator.languages.find(isLocale) ?? 'en'
const listeners = new Set<() => void>()

/** The language chosen in this browser, before anyone has signed in. */
export function useChosenLocale(): string {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => localStorage.getItem(key) ?? browserLocale,
  )
}

export function chooseLocale(locale: string): void {
  if (localStorage.getItem(key) === locale) return
  localStorage.setItem(key, locale)
  for (const listener of listeners) listener()
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}
