import { useEffect } from 'react'
import { kindNamed, useWebKinds } from '../record/web-kind.ts'
import { sharedValue } from '../shared-value.ts'

export interface Recent {
  kind: string
  id: string
  label: string
  href: string
}

const key = 'rapport.recent'
const most = 12
const recents = sharedValue(read())

function read(): readonly Recent[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Recent[]
  } catch {
    return []
  }
}

function write(next: readonly Recent[]): void {
  recents.set(next)
  localStorage.setItem(key, JSON.stringify(next))
}

/** Stands in a label that is kept for the noun of its kind, which is said in the language of whoever reads it then. */
export const nounOfKind = '{one}'

/** Records that this person opened lately, newest first; kept in this browser only. */
export function useRecents(): readonly Recent[] {
  const kinds = useWebKinds()
  return recents.use().map(({ label, ...recent }) => {
    const one = kindNamed(kinds, recent.kind)?.one ?? ''
    return { ...recent, label: label.replace(nounOfKind, one) }
  })
}

/** Remembers that a record was opened. */
export function useRemember(recent: Recent | null): void {
  const { kind, id, label, href } = recent ?? {}
  useEffect(() => {
    if (kind && id && label && href)
      write([{ kind, id, label, href }, ...recents.get().filter(other => other.id !== id)].slice(0, most))
  }, [kind, id, label, href])
}

export function forgetRecent(id: string): void {
  const others = recents.get().filter(recent => recent.id !== id)
  if (others.length < recents.get().length) write(others)
}

export function forgetRecents(): void {
  write([])
}
