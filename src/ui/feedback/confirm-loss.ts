import { sharedValue } from '../shared-value.ts'

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

const question = sharedValue<Question | null>(null)

/** Asks before something that cannot be undone; resolves to true when the person goes on. */
export function confirmLoss(loss: Loss): Promise<boolean> {
  return new Promise(resolve => {
    question.get()?.answer(false)
    question.set({ ...loss, answer: resolve })
  })
}

/** Closes the question that is open. */
export function answerQuestion(confirmed: boolean) {
  const asked = question.get()
  question.set(null)
  asked?.answer(confirmed)
}

/** The same press of Escape is heard by the question and by what it stands over. */
export const isAsking = () => question.get() !== null

export const useQuestion = question.use
