import { expect, test } from 'vitest'
import { rulesOf } from '../../imports/rules.fixture.ts'
import { cardReader } from './card.ts'

const read = (lines: string[]) => cardReader(rulesOf([]))(1, [['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n')])

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
