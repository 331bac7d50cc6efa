import { expect, test } from 'vitest'
import { noName } from '../../contacts/contact.ts'
import type { HandleKind } from '../../contacts/schema.ts'
import { comparedPerson, type ComparedContact, type ComparedHandle } from './person-of.ts'
import { readPerson, storePerson } from './stored-person.ts'

const nobody: ComparedContact = {
  name: noName,
  firstName: null,
  lastName: null,
  birthday: null,
  street: null,
  city: null,
  region: null,
  postalCode: null,
  companyName: null,
  fields: {},
}
const person = (contact: Partial<ComparedContact>, handles: ComparedHandle[] = []) =>
  comparedPerson({ ...nobody, ...contact }, handles, ['card'])
const handle = (kind: HandleKind, normal: string, holders = 1): ComparedHandle => ({
  kind,
  value: normal,
  normal,
  holders,
})

test.each([
  [{ name: 'Marta Nováková' }, 'marta', 'novakova'],
  [{ name: 'Nováková, Marta' }, 'marta', 'novakova'],
  [{ name: 'Ing. Jan Amos Černý' }, 'jan amos', 'cerny'],
  [{ name: 'Justin T' }, 'justin', 't'],
  [{ name: 'Marta' }, 'marta', ''],
  [{ name: 'van der Berg', lastName: 'van der Berg' }, '', 'van der berg'],
])('the names of %j', (contact, firstName, lastName) => {
  expect(person(contact)).toMatchObject({ firstName, lastName })
})

test('a name that is only a handle is none', () => {
  const email = handle('email', 'marta.nova@example.com')
  expect(person({ name: email.value }, [email])).toMatchObject({ firstName: '', lastName: '' })
})

test('a name on a network that the handle has nothing of is a pseudonym', () => {
  const handles = [handle('x', 'justintrudeau')]
  expect(person({ name: 'Prime Minister' }, handles)).toMatchObject({ firstName: '', lastName: '' })
  expect(person({ name: 'Justin T' }, handles)).toMatchObject({ firstName: 'justin', lastName: 't' })
  expect(person({ name: 'Prime Minister' }, [...handles, handle('email', 'pm@example.ca')]).firstName).toBe('prime')
})

test.each([
  ['8 Stanley Street', 'stanley street', '8'],
  ['Údolní 15/2', 'udolni', '15/2'],
  ['Náměstí Míru 7b', 'namesti miru', '7b'],
  ['Broadway', 'broadway', ''],
])('the street and number of %s', (street, name, house) => {
  expect(person({ street })).toMatchObject({ street: name, house })
})

test('handles are compared across networks, with the local parts of e-mails', () => {
  const handles = [
    handle('x', 'justin_trudeau'),
    handle('mastodon', 'justintrudeau@mastodon.social'),
    handle('bluesky', 'justin.bsky.social'),
    handle('email', 'justin.trudeau+news@example.com'),
  ]
  expect(person({}, handles).handles).toEqual(['justintrudeau', 'justin'])
})

test('addresses of offices, and what many have, are no evidence of one person', () => {
  const shared = person({}, [
    handle('email', 'info@acme.test'),
    handle('phone', '+420777123456', 3),
    handle('device', 'kiosk', 2),
    handle('email', 'marta@acme.test', 2),
  ])
  expect(shared.emails).toEqual(['marta@acme.test'])
  expect(shared.phones).toEqual([])
  expect(shared.shared).toEqual(['email:info@acme.test', 'phone:+420777123456', 'device:kiosk'])
})

test('own fields take part as they are asked for', () =>
  expect(person({ fields: { card: ' AB-123 ', shoe: 42 } }).fields).toEqual({ card: 'ab-123' }))

test('is stored in short and read back the same', () => {
  const whole = person({ name: 'Marta Nová', city: 'Brno', fields: { card: 7 } }, [handle('email', 'marta@acme.test')])
  expect(readPerson(storePerson(whole))).toEqual(whole)
  expect(storePerson(person({ name: 'Marta Nová' }))).toEqual(['marta', 'nova'])
})
