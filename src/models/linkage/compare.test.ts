import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOneSlip, jaroWinkler } from './distance.ts'
import { comparePeople } from './people.ts'
import { nobody, type Person } from './person.ts'
import { toLatin } from './script.ts'

const comparisons = comparePeople({ ids: ['card'], texts: ['club'] })

/** The level at which a field of two people is compared. */
function level(field: string, a: Partial<Person>, b: Partial<Person>): string {
  const { compare, levels } = comparisons.find(comparison => comparison.field === field)!
  return levels[compare({ ...nobody, ...a }, { ...nobody, ...b })]!
}

const names = (text: string) => {
  const [firstName = '', lastName = ''] = text.split('/')
  return { firstName, lastName }
}

describe('names', () => {
  test.each([
    ['justin', 'justin', 'same'],
    ['justin', '', 'missing'],
    ['robert', 'bob', 'nickname'],
    ['jan', 'honza', 'nickname'],
    ['j', 'justin', 'initial'],
    ['j.', 'justin', 'initial'],
    ['micheal', 'michael', 'slip'],
    ['elk i', 'elki', 'slip'],
    ['catherina', 'catharine', 'similar'],
    ['alexander', 'александр', 'script'],
    ['γιωργος', 'giorgos', 'script'],
    ['さくら', 'sakura', 'script'],
    ['marta', 'petr', 'different'],
    ['stephenson/lily', 'lily/stephenson', 'swapped'],
    ['stephensen/lily', 'lily/stephenson', 'swapped'],
  ])('%s and %s: %s', (a, b, expected) => expect(level('firstName', names(a), names(b))).toBe(expected))

  test('that are swapped count once', () =>
    expect(level('lastName', names('lily/stephenson'), names('stephenson/lily'))).toBe('missing'))

  test('letters of other scripts become Latin ones', () =>
    expect(['пётр чайковский', 'ελενη', 'サクラ', 'marta'].map(toLatin)).toEqual([
      'petr chaikovskii',
      'eleni',
      'sakura',
      'marta',
    ]))
})

const home = { street: 'masarykova', house: '19', city: 'brno', postalCode: '60200' }

describe('other fields', () => {
  test.each<[string, Partial<Person>, Partial<Person>, string]>([
    ['birthday', { birthday: '1980-05-12' }, { birthday: '1980-05-12' }, 'same'],
    ['birthday', { birthday: '1980-05-12' }, { birthday: '1980-05-13' }, 'slip'],
    ['birthday', { birthday: '1980-05-12' }, { birthday: '1980-12-05' }, 'day-month'],
    ['birthday', { birthday: '1980-05-12' }, { birthday: '1980-08-30' }, 'year'],
    ['birthday', { birthday: '1980-05-12' }, { birthday: '1963-01-30' }, 'different'],
    ['address', home, home, 'same'],
    ['address', home, { ...home, street: 'masarikova' }, 'close'],
    ['address', home, { ...home, house: '' }, 'close'],
    ['address', home, { ...home, house: '7' }, 'street'],
    ['address', home, { ...home, street: 'lidicka' }, 'town'],
    ['address', home, { street: 'lidicka', city: 'praha', postalCode: '11000' }, 'different'],
    ['address', { ...home, company: 'acme' }, { street: 'lidicka', city: 'praha', company: 'acme' }, 'company'],
    ['address', { region: 'wa', city: 'perth' }, { region: 'wa', city: 'albany' }, 'region'],
    ['address', home, {}, 'missing'],
    ['address', { company: 'acme' }, { company: 'emca' }, 'different'],
    ['phone', { phones: ['+420777123456'] }, { phones: ['+49301', '+420777123456'] }, 'same'],
    ['phone', { phones: ['+420777123456'] }, { phones: ['+421777123456'] }, 'part'],
    ['phone', { phones: ['+420777123456'] }, { phones: ['+420777123465'] }, 'slip'],
    ['email', { emails: ['marta@example.com'] }, { emails: ['marta@home.example'] }, 'part'],
    ['email', { emails: ['marta@example.com'] }, { emails: ['marta@exmaple.com'] }, 'slip'],
    ['email', { emails: ['marta@example.com'] }, { emails: ['petr@shop.test'] }, 'different'],
    ['handle', { handles: ['justintrudeau'] }, { handles: ['justintrudeau'] }, 'same'],
    ['handle', { handles: ['justintrudeau'] }, names('justin/trudeau'), 'like-name'],
    ['handle', { handles: ['jt'] }, { handles: ['jt'] }, 'missing'],
    [
      'handle',
      { handles: ['martanova'], ...names('marta/nova') },
      { handles: ['martanova'], ...names('marta/nova') },
      'missing',
    ],
    ['handle', { handles: ['martanova1'], ...names('marta/nova') }, names('marta/nova'), 'missing'],
    [
      'handle',
      { handles: ['mnova1985'], ...names('marta/nova') },
      { handles: ['mnova1985'], ...names('marta/nova') },
      'same',
    ],
    [
      'handle',
      { handles: ['sunflower'], ...names('marta/nova') },
      { handles: ['sunflower'], ...names('marta/nova') },
      'same',
    ],
    [
      'email',
      { emails: ['m.nova1@x.test'], ...names('marta/nova') },
      { emails: ['m.nova2@x.test'], ...names('marta/nova') },
      'missing',
    ],
    [
      'email',
      { emails: ['nova.jan@x.test'], ...names('jan/nova') },
      { emails: ['nova.jana@x.test'], ...names('jana/nova') },
      'missing',
    ],
    [
      'email',
      { emails: ['nova.petr@x.test'], ...names('petr/nova') },
      { emails: ['nova.pavel@x.test'], ...names('pavel/nova') },
      'missing',
    ],
    [
      'email',
      { emails: ['mnova@x.test'], ...names('marta/nova') },
      { emails: ['mnova@y.test'], ...names('michal/nova') },
      'missing',
    ],
    [
      'handle',
      { emails: ['sunny.day@x.test'], handles: ['sunnyday'] },
      { emails: ['sunny.day@y.test'], handles: ['sunnyday'] },
      'missing',
    ],
    ['handle', { handles: ['sunnyday'] }, { emails: ['sunny.day@y.test'], handles: ['sunnyday'] }, 'same'],
    ['fields.card', { fields: { card: '5304218' } }, { fields: { card: '5304281' } }, 'slip'],
    ['fields.club', { fields: { club: 'kestrels' } }, {}, 'missing'],
    ['shared', { shared: ['email:info@a.test'] }, { shared: ['email:info@a.test'] }, 'shared'],
  ])('%s of %j and %j: %s', (field, a, b, expected) => expect(level(field, a, b)).toBe(expected))
})

const text = fc.string({ unit: fc.constantFrom(...'abcd e.1Жу'), maxLength: 8 })
const person: fc.Arbitrary<Person> = fc.record({
  firstName: text,
  lastName: text,
  birthday: fc.constantFrom('', '1980-05-12', '1980-12-05', '1981-05-12', '1980-05-13'),
  street: text,
  house: text,
  city: text,
  region: text,
  postalCode: text,
  company: text,
  emails: fc.array(fc.constantFrom('abcd@x.test', 'abcde@x.test', 'q@y.test', 'abcd@y.test'), { maxLength: 3 }),
  phones: fc.array(fc.constantFrom('+420777123456', '+421777123456', '+420777123465'), { maxLength: 3 }),
  handles: fc.array(fc.constantFrom('abcdef', 'abcdefg', 'abcdefh', 'aa'), { maxLength: 3 }),
  shared: fc.array(fc.constantFrom('email:info@x.test', 'device:1'), { maxLength: 2 }),
  fields: fc.record({ card: text, club: text }),
})

describe('every comparison', () => {
  test('says the same whichever side comes first', () =>
    fc.assert(
      fc.property(person, person, (a, b) => {
        for (const { field, compare } of comparisons) expect([field, compare(a, b)]).toEqual([field, compare(b, a)])
      }),
    ))

  const partsOfAPlace = ['close', 'street', 'company', 'town', 'region']

  test('finds one person the same or unknown', () =>
    fc.assert(
      fc.property(person, one => {
        for (const { compare, levels } of comparisons) {
          const name = levels[compare(one, one)]!
          expect(['missing', 'same', 'shared', 'like-name', ...partsOfAPlace]).toContain(name)
        }
      }),
    ))
})

test('distances are symmetric, and 1 or a slip only where they should be', () =>
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(isOneSlip(a, b)).toBe(isOneSlip(b, a))
      expect(jaroWinkler(a, b)).toBe(jaroWinkler(b, a))
      expect(jaroWinkler(a, b)).toBeGreaterThanOrEqual(0)
      expect(jaroWinkler(a, b) >= 1).toBe(a === b)
      if (a === b) expect(isOneSlip(a, b)).toBe(false)
    }),
  ))

test('a slip of a key', () => {
  expect(isOneSlip('marta', 'marat')).toBe(true)
  expect(isOneSlip('marta', 'mart')).toBe(true)
  expect(isOneSlip('marta', 'mxrta')).toBe(true)
  expect(isOneSlip('marta', 'matar')).toBe(false)
})

test('Winkler’s published similarities', () => {
  expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961, 3)
  expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 3)
  expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.813, 3)
})
