import { useEffect, useSyncExternalStore } from 'react'

export interface Recent {
  kind: string
  id: string
  label: string
  href: string
}

const key = 'rapport.recent'
const most = 12
const listeners = new Set<() => void>()
let known: readonly Recent[] = read()

function read(): readonly Recent[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Recent[]
  } catch {
    return []
  }
}

function write(next: readonly Recent[]): void {
  known = next
  localStorage.setItem(key, JSON.stringify(next))
  for (const listener of listeners) listener()
}

/** Records that this person opened lately, newest first; kept in this browser only. */
export function useRecents(): readonly Recent[] {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => known,
  )
}

/** Remembers that a record was opened. */
export function useRemember(recent: Recent | null): void {
  const { kind, id, label, href } = recent ?? {}
  useEffect(() => {
    if (kind && id && label && href)
      write([{ kind, id, label, href }, ...known.filter(other => other.id !== id)].slice(0, most))
  }, [kind, id, label, href])
}

export function forgetRecent(id: string): void {
  if (known.some(recent => recent.id === id)) write(known.filter(recent => recent.id !== id))
}

export function forgetRecents(): void {
  write([])
}
