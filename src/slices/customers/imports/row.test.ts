import { describe, expect, test } from 'vitest'
import { cardReader } from './card.ts'
import type { Mapping } from './mapping.ts'
import { rowReader } from './row.ts'
import type { RowRules } from './rows/draft.ts'

const rules = (targets: (string | null)[], more: Partial<RowRules> = {}): RowRules => ({
  object: 'contacts',
  source: 'shop',
  columns: targets.map((_, at) => `c${at}`),
  mapping: targets.map(target => (target === null ? null : { target })) as Mapping,
  dateOrder: 'dmy',
  decimalMark: '.',
  currency: 'EUR',
  timeZone: 'Europe/Prague',
  country: 'CZ',
  isNegativeReturn: true,
  fields: [],
  choices: new Map(),
  currencies: new Set(['EUR', 'USD']),
  members: new Map([
    ['olga@example.com', 'm1'],
    ['olga owner', 'm1'],
  ]),
  ...more,
})
const field = (key: string, type: 'number' | 'date' | 'yesno' | 'choice' | 'choices' | 'money' | 'link' | 'text') => ({
  id: key,
  object: 'contact' as const,
  key,
  label: key,
  type,
  options: ['Red', 'Blue'],
  currency: null,
  position: 0,
})

describe('contacts', () => {
  const read = (targets: (string | null)[], cells: string[], more?: Partial<RowRules>) =>
    rowReader('contacts', rules(targets, more))(2, cells)
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
    expect(read(['phone', 'name'], ['555-0101', 'Ann']).warnings[0]!.reason).toContain('not a whole phone number')
  })

  test.each([
    [['email', 'name'], ['not-an-address', 'Ann'], 'c0', 'is not an e-mail address'],
    [['name', 'email'], ['', ' '], null, 'Has no name, e-mail, phone or id'],
    [['name'], ['Ann', 'x', 'y'], null, 'Has 3 cells, but the file has 1 columns'],
  ] as const)('refuses %j %j', (targets, cells, column, reason) => {
    const { problems } = read([...targets], [...cells])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ column, reason: expect.stringContaining(reason) })
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
      field(type, type),
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
})

describe('orders', () => {
  const read = (targets: string[], cells: string[], more?: Partial<RowRules>) =>
    rowReader('orders', rules(targets, { object: 'orders', ...more }))(2, cells)

  test('an invoice of the shop', () => {
    const { draft, problems } = read(
      ['number', 'customerId', 'placedAt', 'amount', 'quantity', 'customerCountry'],
      ['C489449', '16321', '2009-12-01 10:33:00', '-196.1', '-100', 'EIRE'],
    )
    expect(problems).toEqual([])
    expect(draft).toMatchObject({
      number: 'C489449',
      sourceId: 'C489449',
      amount: -19610,
      quantity: -100,
      currency: 'EUR',
      placedAt: new Date('2009-12-01T09:33:00Z'),
      customer: { externalId: 'shop:16321', values: { country: 'IE' } },
    })
  })

  test('amounts are of the row’s currency', () => {
    expect(read(['number', 'placedAt', 'amount', 'currency'], ['1', '1.2.2024', '12.5', 'usd']).draft).toMatchObject({
      amount: 1250,
      currency: 'USD',
      customer: null,
    })
    expect(
      read(['number', 'placedAt', 'amount', 'currency'], ['1', '1.2.2024', '12.5', 'JPY']).problems[0]!.reason,
    ).toContain('no exchange rate from JPY to EUR')
  })

  test('a row of one item', () => {
    expect(
      read(
        ['number', 'placedAt', 'itemSku', 'itemName', 'itemQuantity', 'itemUnitAmount'],
        ['1', '1.2.2024', 'A1', 'Cup', '3', '2.55'],
      ).draft,
    ).toMatchObject({
      amount: null,
      item: { sku: 'A1', name: 'Cup', quantity: 3, unitAmount: 255, amount: 765 },
    })
  })

  test('rows without a number are known by their cells', () => {
    const one = read(['placedAt', 'amount'], ['1.2.2024', '5'])
    expect(one.draft).toMatchObject({ isNumberless: true, number: one.draft.sourceId.slice(4, 12) })
    expect(read(['placedAt', 'amount'], ['1.2.2024', '5']).draft.sourceId).toBe(one.draft.sourceId)
    expect(read(['placedAt', 'amount'], ['1.2.2024', '6']).draft.sourceId).not.toBe(one.draft.sourceId)
  })

  test.each([
    ['c1', ['1', '31.2.2024', '5'], 'is not a date'],
    ['c2', ['1', '1.2.2024', 'x'], 'is not an amount'],
    [null, ['1', '', '5'], 'Has no date'],
    [null, ['1', '1.2.2024', ''], 'Has no amount'],
  ])('refuses %s %j', (column, cells, reason) => {
    expect(read(['number', 'placedAt', 'amount'], cells).problems).toEqual([
      { column, reason: expect.stringContaining(reason) },
    ])
  })
})

test('notes name whose they are', () => {
  const read = (cells: string[]) =>
    rowReader('notes', rules(['body', 'contactName', 'title'], { object: 'notes' }))(2, cells)
  expect(
    read(['<p>Called &amp; agreed</p><p>Again</p>', 'Marta Nováková (marta@example.com)', 'Call']).draft,
  ).toMatchObject({
    body: 'Call\n\nCalled & agreed\nAgain',
    contact: { name: 'Marta Nováková', handles: [{ normal: 'marta@example.com' }] },
  })
  expect(read(['text', 'Marta', '']).problems[0]!.reason).toContain('Names neither a contact')
})

describe('cards', () => {
  const read = (lines: string[]) => cardReader(rules([]))(1, [['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n')])

  test('Apple’s groups, escapes and folded lines', () => {
    const { draft, problems } = read([
      'VERSION:3.0',
      'N:Nováková;Marta;;Ing.;',
      'FN:Ing. Marta Nováková',
      'ORG:Acme\\, s.r.o.;Sales',
      'TITLE:Buyer',
      'item1.EMAIL;type=INTERNET;type=pref:marta@exam',
      ' ple.com',
      'item1.X-ABLabel:_$!<Work>!$_',
      'TEL;type=CELL;type=pref:777 123 456',
      'item2.ADR;type=WORK:;;Dlouhá 1\\nPatro 2;Praha;;110 00;Česká republika',
      'URL:https\\://example.com',
      'BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12',
      'NOTE:First line\\nsecond\\, line',
      'X-SOCIALPROFILE;type=twitter:http://twitter.com/marta',
      'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAA',
      ' AQABAAD',
      'CATEGORIES:VIP,Friends',
      'UID:abc-1',
    ])
    expect(problems).toEqual([])
    expect(draft).toMatchObject({
      name: 'Ing. Marta Nováková',
      firstName: 'Marta',
      lastName: 'Nováková',
      externalId: 'shop:abc-1',
      company: { name: 'Acme, s.r.o.' },
      tags: ['VIP', 'Friends'],
      note: 'First line\nsecond, line',
      values: { jobTitle: 'Buyer', street: 'Dlouhá 1, Patro 2', city: 'Praha', postalCode: '110 00', country: 'CZ' },
    })
    expect(draft.handles.map(({ kind, normal }) => `${kind} ${normal}`)).toEqual([
      'external shop:abc-1',
      'email marta@example.com',
      'phone +420777123456',
      'website example.com',
      'x marta',
    ])
  })

  test('version 4.0', () => {
    const { draft } = read([
      'VERSION:4.0',
      'FN:Jiří Dlouhý',
      'EMAIL;PREF=1:j@example.com',
      'TEL;VALUE=uri;TYPE="voice,cell":tel:+420-777-111-222',
      'BDAY:19800412',
      'LANG:cs',
      'TZ:Europe/Prague',
    ])
    expect(draft).toMatchObject({
      name: 'Jiří Dlouhý',
      values: { birthday: '1980-04-12', language: 'cs', timeZone: 'Europe/Prague' },
      handles: [{ normal: 'j@example.com' }, { normal: '+420777111222' }],
    })
  })

  test('version 2.1 of Outlook, in quoted-printable', () => {
    const { draft } = read([
      'VERSION:2.1',
      'N;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=C3=BC=',
      'ller',
      'TEL;CELL;VOICE:777123456',
      'EMAIL;PREF;INTERNET:jorg@example.com',
      'NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo',
    ])
    expect(draft).toMatchObject({
      name: 'Jörg Müller',
      firstName: 'Jörg',
      lastName: 'Müller',
      note: 'one\ntwo',
      handles: [{ normal: '+420777123456' }, { normal: 'jorg@example.com' }],
    })
  })

  test('a card with nothing in it is refused', () =>
    expect(read(['VERSION:3.0', 'N:;;;;', 'FN:', 'TEL;TYPE=WORK:', 'BDAY:--0412']).problems).toHaveLength(1))
})
