import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'

/** A key that stands in the address several times has several values. */
export type UrlState = Readonly<Record<string, string | readonly string[]>>
export type UrlChange = Readonly<Record<string, string | readonly string[] | undefined>>

/** What stands after the `?` of the address, as plain text by key. An empty value takes the key away. */
export function useUrlState(): [UrlState, (change: UrlChange, how?: 'push' | 'replace') => void] {
  const router = useRouter()
  const state = useRouterState({ select: ({ location }) => location.search as UrlState })
  const change = useCallback(
    (changes: UrlChange, how: 'push' | 'replace' = 'push') => {
      const { pathname, search } = router.state.location
      const next = Object.entries({ ...(search as UrlState), ...changes }).filter(
        ([, value]) => value !== undefined && value.length > 0,
      )
      void router.navigate({
        to: pathname,
        search: Object.fromEntries(next),
        replace: how === 'replace',
        resetScroll: false,
      } as never)
    },
    [router],
  )
  return [state, change]
}

/** The value of a key that can stand there once. */
export function urlValue(state: UrlState, key: string): string | undefined {
  const value = state[key]
  return typeof value === 'string' ? value : value?.[0]
}

export function parseUrlState(text: string): UrlState {
  const state: Record<string, string | string[]> = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const before = state[key]
    state[key] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value]
  }
  return state
}

export function formatUrlState(state: object): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(state as UrlChange)) {
    for (const part of typeof value === 'string' ? [value] : (value ?? [])) search.append(key, part)
  }
  const text = search.toString().replaceAll('%5B', '[').replaceAll('%5D', ']').replaceAll('%2C', ',')
  return text && `?${text}`
}
