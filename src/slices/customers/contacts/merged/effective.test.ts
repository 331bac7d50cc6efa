import { describe, expect, test } from 'vitest'
import { visitorName } from '../contact.ts'
import { show, takeEdits, type Own, type Source } from './effective.ts'
import type { Values } from './values.ts'

const noAddress = { street: null, city: null, region: null, postalCode: null, country: null }
const named = (name: string, firstName: string | null = null) => ({ name, firstName, lastName: null })

const values = (given: Values): Values => ({
  name: named('Ada', 'Ada'),
  address: noAddress,
  tagIds: [],
  jobTitle: null,
  lifecycle: 'lead',
  ...given,
})
const own = (given: Values, pins: Own['pins'] = {}): Own => ({ values: values(given), pins })
const source = (given: Values, choices: Source['choices'] = {}, mergeId = 'm1'): Source => ({
  mergeId,
  choices,
  values: values({ name: named('Bea', 'Bea'), ...given }),
})
const shown = (mine: Own, ...theirs: Source[]) => show(mine, theirs, new Set(['@ada', 'bea@example.com']))

describe('what is shown', () => {
  test.each<[string, Own, Source[], Values]>([
    ['a blank is filled', own({}), [source({ jobTitle: 'Cook' })], { jobTitle: 'Cook' }],
    ['what is there stays', own({ jobTitle: 'Chef' }), [source({ jobTitle: 'Cook' })], { jobTitle: 'Chef' }],
    [
      'the earlier merge fills first',
      own({}),
      [source({ jobTitle: 'Cook' }), source({ jobTitle: 'Baker' }, {}, 'm2')],
      { jobTitle: 'Cook' },
    ],
    [
      'a choice comes before',
      own({ jobTitle: 'Chef' }),
      [source({ jobTitle: 'Cook' }, { jobTitle: 'merged' })],
      { jobTitle: 'Cook' },
    ],
    [
      'a blank is nobody’s choice',
      own({ jobTitle: 'Chef' }),
      [source({}, { jobTitle: 'merged' })],
      { jobTitle: 'Chef' },
    ],
    [
      'a blank may be chosen to stay',
      own({}),
      [source({ jobTitle: 'Cook' }, { jobTitle: 'survivor' })],
      { jobTitle: null },
    ],
    [
      'an edit overrules the merges before it',
      own({}, { jobTitle: ['m1'] }),
      [source({ jobTitle: 'Cook' }), source({ jobTitle: 'Baker' }, {}, 'm2')],
      { jobTitle: 'Baker' },
    ],
    [
      'a custom field is filled by itself',
      own({ 'fields.a': 1 }),
      [source({ 'fields.a': 2, 'fields.b': 3 })],
      { 'fields.a': 1, 'fields.b': 3 },
    ],
    [
      'tags are put together',
      own({ tagIds: ['x', 'y'] }),
      [source({ tagIds: ['y', 'z'] })],
      { tagIds: ['x', 'y', 'z'] },
    ],
    [
      'a tag taken off stays off',
      own({ tagIds: [] }, { 'tagIds.z': ['m1'] }),
      [source({ tagIds: ['y', 'z'] })],
      { tagIds: ['y'] },
    ],
    [
      'who is a customer under one name is one',
      own({ lifecycle: 'lapsed' }),
      [source({ lifecycle: 'customer' })],
      { lifecycle: 'customer' },
    ],
    [
      'who lapsed was more than a lead',
      own({ lifecycle: 'lead' }),
      [source({ lifecycle: 'lapsed' })],
      { lifecycle: 'lapsed' },
    ],
    ['a name stays', own({}), [source({})], { name: named('Ada', 'Ada') }],
    ['a handle gives way to a name', own({ name: named('@ada') }), [source({})], { name: named('Bea', 'Bea') }],
    [
      'a visitor gives way to a handle',
      own({ name: named(visitorName('7f3a')) }),
      [source({ name: named('bea@example.com') })],
      { name: named('bea@example.com') },
    ],
    [
      'a handle does not give way to a visitor',
      own({ name: named('@ada') }),
      [source({ name: named(visitorName('7f3a')) })],
      { name: named('@ada') },
    ],
    [
      'somebody who is called Visitor does not',
      own({ name: named('Visitor 7f3a') }),
      [source({ name: named('bea@example.com') })],
      { name: named('Visitor 7f3a') },
    ],
    [
      'an address is completed where nothing speaks against it',
      own({ address: { ...noAddress, city: 'Brno' } }),
      [source({ address: { ...noAddress, city: 'BRNO', street: 'Hlavní 1', country: 'CZ' } })],
      { address: { ...noAddress, city: 'Brno', street: 'Hlavní 1', country: 'CZ' } },
    ],
    [
      'addresses are never mixed',
      own({ address: { ...noAddress, city: 'Praha' } }),
      [source({ address: { ...noAddress, city: 'Brno', street: 'Hlavní 1' } })],
      { address: { ...noAddress, city: 'Praha' } },
    ],
  ])('%s', (_, mine, theirs, expected) => {
    expect(shown(mine, ...theirs)).toMatchObject(expected)
  })
})

describe('edits', () => {
  test('what differs from what was shown is own, and overrules the merges there were', () => {
    const before = own({ jobTitle: null, tagIds: ['x'], 'fields.a': 1 })
    const was = values({ jobTitle: 'Cook', tagIds: ['x', 'z'], 'fields.a': 1, 'fields.b': 2 })
    const is = values({ jobTitle: 'Cook', tagIds: ['z', 'w'], 'fields.b': 3 })
    expect(takeEdits(before, was, is, ['m1'])).toEqual({
      values: values({ tagIds: ['w'], 'fields.b': 3 }),
      pins: { 'fields.a': ['m1'], 'fields.b': ['m1'], 'tagIds.x': ['m1'] },
    })
  })

  test('none leave all as it is', () => {
    const before = own({ jobTitle: 'Chef' }, { city: ['m0'] })
    const was = values({ jobTitle: 'Cook' })
    expect(takeEdits(before, was, structuredClone(was), ['m1'])).toEqual(before)
  })
})
