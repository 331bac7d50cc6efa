import { useSyncExternalStore } from 'react'

export interface Toast {
  id: number
  message: string
  failed: boolean
  /** Milliseconds until it goes by itself; null stays until closed. */
  lasts: number | null
  undo?: () => Promise<unknown> | void
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]) {
  toasts = next.slice(-4)
  for (const listener of listeners) listener()
}

function add(next: Omit<Toast, 'id'>) {
  change([...toasts, { ...next, id: ++lastId }])
}

export function removeToast(id: number) {
  change(toasts.filter(other => other.id !== id))
}

/** Says that something was done. */
export function toast(message: string) {
  add({ message, failed: false, lasts: 4000 })
}

/** Says what failed, what was kept and what to do; stays until closed. */
export function toastError(message: string) {
  add({ message, failed: true, lasts: null })
}

/** Says that something was done and offers to take it back, by button or ⌘Z, for ten seconds. */
export function toastUndo(message: string, undo: () => Promise<unknown> | void) {
  add({ message, failed: false, lasts: 10_000, undo })
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
}
