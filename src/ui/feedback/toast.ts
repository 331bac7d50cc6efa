import { sharedValue } from '../shared-value.ts'

export interface Toast {
  id: number
  message: string
  failed: boolean
  /** Milliseconds until it goes by itself; null stays until closed. */
  lasts: number | null
  /** The server could not be reached: goes when it answers again. */
  isOffline?: boolean
  undo?: () => Promise<unknown> | void
}

const toasts = sharedValue<readonly Toast[]>([])
let lastId = 0

function add(next: Omit<Toast, 'id'>): number {
  toasts.set([...toasts.get().slice(-3), { ...next, id: ++lastId }])
  return lastId
}

export function removeToast(id: number) {
  toasts.set(toasts.get().filter(other => other.id !== id))
}

/** Says that something was done. */
export function toast(message: string) {
  add({ message, failed: false, lasts: 4000 })
}

/** Says what failed, what was kept and what to do; stays until closed. */
export function toastError(message: string, isOffline = false) {
  add({ message, failed: true, lasts: null, isOffline })
}

export function forgetOffline() {
  if (toasts.get().some(({ isOffline }) => isOffline)) toasts.set(toasts.get().filter(({ isOffline }) => !isOffline))
}

/** Says that something was done and offers to take it back, by button or ⌘Z, for ten seconds; answers its id. */
export function toastUndo(message: string, undo: () => Promise<unknown> | void): number {
  return add({ message, failed: false, lasts: 10_000, undo })
}

export const useToasts = toasts.use
