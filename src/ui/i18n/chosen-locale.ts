import { useSyncExternalStore } from 'react'

const key = 'rapport.locale'
const listeners = new Set<() => void>()

/** The language chosen in this browser, before anyone has signed in. */
export function useChosenLocale(): string {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => localStorage.getItem(key) ?? navigator.language,
  )
}

export function chooseLocale(locale: string): void {
  if (localStorage.getItem(key) === locale) return
  localStorage.setItem(key, locale)
  for (const listener of listeners) listener()
}
