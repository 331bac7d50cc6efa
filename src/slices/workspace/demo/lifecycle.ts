import { day } from './plan.ts'

export type Stage = 'stranger' | 'lead' | 'prospect' | 'customer' | 'loyal' | 'advocate' | 'lapsed'

/** What moves a contact round the lifecycle. */
export interface Mark {
  at: number
  what: 'asked' | 'ordered' | 'praised'
}

export interface Move {
  at: number
  from: Stage
  to: Stage
}

const lapsesAfter = 270 * day
const loyalFrom = 3

/**
 * The stages that follow from what the contact did: a question makes a prospect, an order a customer, the third one a
 * loyal one, praise of a loyal one an advocate. Nine months without an order are a lapse; the next order ends it.
 */
export function followStages(first: Stage, marks: readonly Mark[], now: number): { stage: Stage; moves: Move[] } {
  const moves: Move[] = []
  let stage = first
  let orders = 0
  let lastOrderAt = Infinity
  const move = (at: number, to: Stage) => {
    if (to === stage) return
    moves.push({ at, from: stage, to })
    stage = to
  }
  for (const { at, what } of marks.toSorted((a, b) => a.at - b.at)) {
    if (at > now) break
    if (lastOrderAt + lapsesAfter < at) move(lastOrderAt + lapsesAfter, 'lapsed')
    if (what === 'asked' && (stage === 'lead' || stage === 'stranger')) move(at, 'prospect')
    if (what === 'ordered') {
      orders++
      lastOrderAt = at
      if (stage !== 'advocate') move(at, orders >= loyalFrom ? 'loyal' : 'customer')
    }
    if (what === 'praised' && stage === 'loyal') move(at, 'advocate')
  }
  if (lastOrderAt + lapsesAfter < now) move(lastOrderAt + lapsesAfter, 'lapsed')
  return { stage, moves }
}
