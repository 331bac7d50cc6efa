import { expect, test } from 'vitest'
import { rowReader } from '../../imports/rows/row-reader.ts'
import type { RowRules } from '../../imports/rows/rules.ts'
import { fieldOf, rulesOf, said } from '../../imports/rules.fixture.ts'
import { contactImport } from './target.ts'

const read = (targets: (string | null)[], cells: string[], more?: Partial<RowRules>) =>
  rowReader(contactImport, rulesOf(targets, more))(2, cells)
const handles = (parsed: ReturnType<typeof read>) =>
  parsed.draft.handles.map(({ kind, normal, isIdentifying }) => `${kind} ${normal}${isIdentifying ? '' : ' ?'}`)

test('a whole person', () => {
  const parsed = read(
    [
      'externalId',
      'firstName',
      'lastName',
      'email',
      'email',
      'phone',
      'company',
      'owner',
      'street',
      'street',
      'country',
      'birthday',
      'lifecycle',
      'tags',
      'createdAt',
      'handle.x',
      'handle.website',
      null,
    ],
    [
      '17',
      ' Marta ',
      'Nováková',
      'Marta@Example.com; marta2@example.com',
      'MARTA@example.com',
      '777 123 456 / 00420 777 123 457',
      'Acme',
      'Olga@Example.com',
      '6',
      'Dlouhá\nPatro 2',
      'Czechia',
      '12.4.1980',
      'Customer',
      'VIP; friend',
      '1.2.2024 10:00',
      'https://x.com/Marta',
      'example.com',
      'left out',
    ],
  )
  expect(parsed.problems).toEqual([])
  expect(parsed.warnings).toEqual([])
  expect(handles(parsed)).toEqual([
    'external shop:17',
    'email marta@example.com',
    'email marta2@example.com',
    'phone +420777123456',
    'phone +420777123457',
    'x marta',
    'website example.com ?',
  ])
  expect(parsed.draft).toMatchObject({
    externalId: 'shop:17',
    firstName: 'Marta',
    lastName: 'Nováková',
    ownerId: 'm1',
    company: { name: 'Acme' },
    tags: ['VIP', 'friend'],
    createdAt: new Date('2024-02-01T09:00:00Z'),
    values: { street: '6 Dlouhá, Patro 2', country: 'CZ', birthday: '1980-04-12', lifecycle: 'customer' },
  })
})

test('phones are read as of the row’s country', () => {
  expect(handles(read(['phone', 'country'], ['020 7946 0958', 'United Kingdom']))).toEqual(['phone +442079460958'])
  expect(handles(read(['phone', 'name'], ['555-0101', 'Ann']))).toEqual(['phone 5550101 ?'])
  expect(said(read(['phone', 'name'], ['555-0101', 'Ann']).warnings[0]!.reason)).toContain('not a whole phone number')
})

test.each([
  [['email', 'name'], ['not-an-address', 'Ann'], 'c0', 'is not an e-mail address'],
  [['name', 'email'], ['', ' '], null, 'Has no name, e-mail, phone or id'],
  [['name'], ['Ann', 'x', 'y'], null, 'Has 3 cells, but the file has 1 columns'],
] as const)('refuses %j %j', (targets, cells, column, reason) => {
  const { problems } = read([...targets], [...cells])
  expect(problems).toHaveLength(1)
  expect(problems[0]!.column).toBe(column)
  expect(said(problems[0]!.reason)).toContain(reason)
})

test.each([
  ['country', 'Channel Islands'],
  ['birthday', '31.2.1980'],
  ['owner', 'nobody@example.com'],
  ['language', 'Klingon'],
  ['lifecycle', 'Zombie'],
  ['timeZone', 'Mars/Base'],
  ['companyDomain', 'not a domain'],
  ['createdAt', 'yesterday'],
  ['handle.mastodon', 'marta'],
])('keeps the row but not its %s', (target, value) => {
  const parsed = read(['name', target], ['Ann', value])
  expect(parsed.problems).toEqual([])
  expect(parsed.warnings).toHaveLength(1)
  expect(read(['name', target], ['Ann', 'n/a'])).toMatchObject({ problems: [], warnings: [] })
})

test('our own export’s apostrophes are taken off, control characters too', () => {
  expect(read(['name', 'jobTitle'], ["'=cmd()", "O'Neil\u0000"]).draft).toMatchObject({
    name: '=cmd()',
    values: { jobTitle: "O'Neil" },
  })
  expect(read(['phone', 'name'], ["'+420777123456", "'Ann'"]).draft).toMatchObject({
    name: "'Ann'",
    handles: [{ normal: '+420777123456' }],
  })
})

test('custom fields by their type', () => {
  const fields = (['number', 'date', 'yesno', 'choice', 'choices', 'money', 'link', 'text'] as const).map(type =>
    fieldOf(type, type),
  )
  const targets = ['name', ...fields.map(({ key }) => `fields.${key}`)]
  expect(
    read(targets, ['Ann', '1,234.5', '1.2.2024', 'ano', 'red', 'Blue; red', '€ 12.50', 'example.com/a', 'x'], {
      fields,
    }).draft.fields,
  ).toEqual({
    number: 1234.5,
    date: '2024-02-01',
    yesno: true,
    choice: 'Red',
    choices: ['Blue', 'Red'],
    money: 1250,
    link: 'https://example.com/a',
    text: 'x',
  })
  const wrong = read(targets, ['Ann', 'x', 'x', 'x?', 'green', 'green', 'x', 'x y', ''], { fields })
  expect(wrong.draft.fields).toEqual({})
  expect(wrong.warnings).toHaveLength(7)
  const open = new Map([['choice', { options: new Map([['red', 'Red']]), isOpen: true }]])
  expect(read(targets, ['Ann', '', '', '', 'Green'], { fields, choices: open }).draft.fields).toEqual({
    choice: 'Green',
  })
  expect([...open.get('choice')!.options.values()]).toEqual(['Red', 'Green'])
})
