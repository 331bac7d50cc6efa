import { useSyncExternalStore } from 'react'

export interface Loss {
  /** The question, e.g. "Erase Marta Nováková?" */
  title: string
  /** What will be lost, one line each. */
  lost: readonly string[]
  /** What stays or what happens instead, one sentence. */
  kept?: string
  /** Verb + object, e.g. "Erase contact". */
  confirm: string
  /** A word that must be typed first; for what touches a whole workspace. */
  typed?: string
}

export interface Question extends Loss {
  answer: (confirmed: boolean) => void
}

let question: Question | null = null
const listeners = new Set<() => void>()

function ask(next: Question | null) {
  question = next
  for (const listener of listeners) listener()
}

/** Asks before something that cannot be undone; resolves to true when the person goes on. */
export function confirmLoss(loss: Loss): Promise<boolean> {
  return new Promise(resolve => {
    question?.answer(false)
    ask({ ...loss, answer: resolve })
  })
}

/** Closes the question that is open. */
export function answerQuestion(confirmed: boolean) {
  const asked = question
  ask(null)
  asked?.answer(confirmed)
}

export function useQuestion(): Question | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => question,
  )
}
