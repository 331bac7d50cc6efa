import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineEvents, eventChecks, type NewEvent } from './event.ts'
import { key, line, reference, required } from './record/column.ts'
import { recordEvents } from './record/events.ts'

interface Deal {
  id: string
  contactId: string | null
}

const dealEvents = defineEvents(
  'deal',
  { of: ({ id, contactId }: Deal) => ({ contactId, subjectId: id }), tag: 'deals' },
  {
    won: { when: 'A deal was won', data: z.object({ amount: z.int(), note: z.string().optional() }) },
    takenBack: { when: 'A won deal is open again' },
  },
)
const deal = { id: 'd', contactId: 'c' }

test('a kind is named by noun and verb, and its events carry what the noun says of the record', () => {
  expect(dealEvents.takenBack.kind).toBe('deal.taken-back')
  const occurredAt = new Date('2026-01-01')
  expect(dealEvents.won(deal, { amount: 5 }, { channel: 'shop', occurredAt })).toEqual({
    kind: 'deal.won',
    contactId: 'c',
    subjectType: 'deal',
    subjectId: 'd',
    data: { amount: 5 },
    channel: 'shop',
    occurredAt,
  })
  expect(dealEvents.takenBack(deal).data).toEqual({})
})

test('what happens to a record stands on the timeline of the customers that it names', () => {
  const columns = { id: key(), name: required(line([])), contactId: reference('contacts', []) }
  const { deleted } = recordEvents({ name: 'deal', table: 'deals', columns })
  expect(deleted(deal, { name: 'Big' })).toMatchObject({ contactId: 'c', subjectId: 'd' })
  const { changed } = recordEvents({ name: 'tool', table: 'tools', columns: { id: key() } })
  expect(changed(deal, { changes: {} })).not.toHaveProperty('contactId')
})

test('the subject may be called otherwise, or be missing', () => {
  const of = (subjectId: string | undefined) => ({ subjectId })
  const { sent } = defineEvents('form', { of, subject: 'submission' }, { sent: { when: 'sent' } })
  expect(sent('s')).toMatchObject({ subjectType: 'submission', subjectId: 's' })
  expect(sent(undefined).subjectType).toBeUndefined()
})

test('whoever reads the log tells kinds apart', () => {
  const read = { kind: 'deal.won', data: { amount: 7 } as Record<string, unknown> }
  expect(dealEvents.won.is(read) && read.data.amount + 1).toBe(8)
  expect(dealEvents.takenBack.is(read)).toBe(false)
})

test('the compiler refuses events that are shaped by hand, and data that is not declared', () => {
  // @ts-expect-error: a kind is made by its declaration only
  const byHand: NewEvent = { kind: 'deal.won', data: { amount: 5 } }
  // @ts-expect-error: won declares an amount
  const wrong = () => dealEvents.won(deal, { amounts: 5 })
  expect([byHand.kind, typeof wrong]).toEqual(['deal.won', 'function'])
})

describe('in tests', () => {
  let before: boolean
  beforeEach(() => {
    before = eventChecks.areOn
    eventChecks.areOn = true
  })
  afterEach(() => {
    eventChecks.areOn = before
  })

  test.each([
    ['a wrong type', { amount: '5' }, /deal\.won/],
    ['a missing key', {}, /amount/],
    ['a key that is not declared', { amount: 5, secret: 1 }, /declares no secret/],
  ])('data with %s is refused', (_name, data, message) => {
    expect(() => dealEvents.won(deal, data as never)).toThrow(message)
  })
})
