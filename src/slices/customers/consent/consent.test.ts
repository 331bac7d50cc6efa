import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldConsents, type ConsentRecord, type MergeEdge, type State } from './consent.ts'

/** `a+3`: contact a agreed on day 3; `-` withdrew, `?` was asked. `a<b5`: b became a part of a on day 5. */
function read(text: string): { records: ConsentRecord[]; merges: MergeEdge[] } {
  const steps = text.split(' ').filter(Boolean)
  const states: Record<string, State> = { '+': 'granted', '-': 'withdrawn', '?': 'requested' }
  return {
    records: steps
      .filter(step => !step.includes('<'))
      .map((step, index) => ({
        id: String(index).padStart(3, '0'),
        contactId: step[0]!,
        purposeId: 'news',
        channel: 'email',
        state: states[step[1]!]!,
        occurredAt: onDay(Number(step.slice(2))),
      })),
    merges: steps
      .filter(step => step.includes('<'))
      .map(step => ({ survivorId: step[0]!, mergedId: step[2]!, at: onDay(Number(step.slice(3))) })),
  }
}

const onDay = (day: number) => new Date(Date.UTC(2026, 0, 1 + day))
const holds = (text: string, day = 6) => {
  const { records, merges } = read(text)
  return foldConsents(records, merges, onDay(day)).map(({ state }) => state)
}

describe('what holds', () => {
  test.each([
    ['nothing was said', '', []],
    ['the last word counts', 'a+1 a-2', ['withdrawn']],
    ['also when it came in first', 'a-2 a+1', ['withdrawn']],
    ['agreed again', 'a-1 a+2', ['granted']],
    ['asked and not answered yet', 'a?1', ['requested']],
    ['a request takes nothing away', 'a+1 a?2', ['granted']],
    ['asked again after a withdrawal', 'a-1 a?2', ['requested']],
    ['what is to come does not count', 'a+1 a-7', ['granted']],
    ['of two that became one the stricter holds', 'a+1 b-2 a<b3', ['withdrawn']],
    ['whichever survives', 'a-1 b+2 a<b3', ['withdrawn']],
    ['asked is stricter than agreed', 'a?1 b+2 a<b3', ['requested']],
    ['silence is not a word', 'b+2 a<b3', ['granted']],
    ['said afterwards it counts for both', 'a+1 b-2 a<b3 a+4', ['granted']],
    ['whichever of them says it', 'a+1 b+2 a<b3 b-4', ['withdrawn']],
    ['not merged any more, each has its own', 'a+1 b-2', ['granted', 'withdrawn']],
    ['not merged yet', 'a+1 b-2 a<b7', ['granted', 'withdrawn']],
    ['one after another, in the order of time', 'a+1 b-2 a<b3 a+4 c-4 a<c5', ['withdrawn']],
    ['a chain of merges', 'c-1 b<c2 b+3 a+3 a<b4', ['granted']],
    ['merged from both sides', 'a+1 b+1 c-1 b<c2 a<b3', ['withdrawn']],
  ])('%s', (_, text, states) => expect(holds(text)).toEqual(states))

  test('a request that nobody answered is forgotten after seven days', () => {
    expect(holds('a?1', 7)).toEqual(['requested'])
    expect(holds('a?1', 8)).toEqual([])
    expect(holds('a-1 a?2', 9)).toEqual(['withdrawn'])
  })

  test('no order of arrival changes it, and nobody agrees by being merged', () => {
    const step = fc.record({
      who: fc.constantFrom('a', 'b', 'c'),
      what: fc.constantFrom('+', '-'),
      day: fc.integer({ min: 0, max: 9 }),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(step, { maxLength: 8, selector: ({ day }) => day }),
        fc.boolean(),
        (steps, isMerged) => {
          const text = steps.map(({ who, what, day }) => `${who}${what}${day}`)
          const merges = isMerged ? ['a<b10', 'a<c10'] : []
          const forward = holds([...text, ...merges].join(' '), 10)
          expect(holds([...merges, ...text.toReversed()].join(' '), 10).sort()).toEqual([...forward].sort())
          const apart = holds(text.join(' '), 10)
          if (isMerged && apart.includes('withdrawn')) expect(forward).toEqual(['withdrawn'])
        },
      ),
    )
  })
})
