import { describe, expect, test } from 'vitest'
import { dueAfter, possibleSteps, takeStep, type RequestState } from './request.ts'

const received = new Date('2026-03-02T10:00:00Z')
const state = (change: Partial<RequestState> = {}): RequestState => ({
  status: 'received',
  receivedAt: received,
  dueAt: dueAfter(received, 'Europe/Prague'),
  extendedAt: null,
  ...change,
})

describe('the deadline is the end of the 30th day where the workspace is', () => {
  test.each([
    ['2026-03-02T10:00:00Z', 'UTC', '2026-04-01T23:59:59.999Z'],
    // Clocks go forward in between.
    ['2026-03-02T10:00:00Z', 'Europe/Prague', '2026-04-01T21:59:59.999Z'],
    // It is the next day there already.
    ['2026-03-02T23:30:00Z', 'Europe/Prague', '2026-04-02T21:59:59.999Z'],
    // The 30th day is the one on which the clocks go back and is 25 hours long.
    ['2026-09-25T10:00:00Z', 'Europe/Prague', '2026-10-25T22:59:59.999Z'],
    ['2026-03-02T10:00:00Z', 'America/New_York', '2026-04-02T03:59:59.999Z'],
  ])('%s %s', (at, timeZone, due) => {
    expect(dueAfter(new Date(at), timeZone).toISOString()).toBe(due)
  })
})

test('it is extended once, by 60 days', () => {
  const now = new Date('2026-03-20T10:00:00Z')
  const extended = takeStep(state(), 'extended', now, 'Europe/Prague')
  expect(extended).toMatchObject({ extendedAt: now, dueAt: new Date('2026-05-31T21:59:59.999Z') })
  expect(() => takeStep(extended, 'extended', now, 'Europe/Prague')).toThrow('once')
})

describe('steps', () => {
  test.each([
    ['received', ['identified', 'extended', 'noted', 'refused', 'withdrawn']],
    ['identified', ['extended', 'noted', 'completed', 'refused', 'withdrawn']],
    ['done', ['noted', 'reopened']],
    ['refused', ['noted', 'reopened']],
    ['withdrawn', ['noted', 'reopened']],
  ] as const)('of a request that is %s', (status, names) => {
    expect(possibleSteps(state({ status }))).toEqual(names)
  })

  test('nothing is completed before it is known who asks', () => {
    expect(() => takeStep(state(), 'completed', received, 'UTC')).toThrow('who asks')
    const identified = takeStep(state(), 'identified', received, 'UTC')
    expect(takeStep(identified, 'completed', received, 'UTC').status).toBe('done')
  })
})
