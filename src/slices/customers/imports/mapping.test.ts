import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeHead, readSample, sniffDialect } from './dialect.ts'
import { slices } from '../../../app/slices.ts'
import { importableKinds, importableKind } from './kinds.ts'
import { proposeKind, proposeMapping, sniffType, type ColumnSample } from './mapping.ts'
import { recognisePreset as recognise, recogniseRefused } from './presets/recognise.ts'

const records = slices.flatMap(slice => slice.records ?? [])
const targetOf = (object: string) => importableKind({ records }, object).importTarget
const recognisePreset = (names: readonly string[]) => recognise(importableKinds({ records }), names)
const proposeObject = (columns: ColumnSample[]) => proposeKind(importableKinds({ records }), columns).table
const columnsOf = (...names: string[]): ColumnSample[] => names.map(name => ({ name, values: ['x y'] }))
const targetsOf = (names: string[], object = recognisePreset(names)?.object ?? proposeObject(columnsOf(...names))) =>
  proposeMapping(targetOf(object), columnsOf(...names), recognisePreset(names), []).map(
    mapped => mapped?.target ?? null,
  )

describe('presets', () => {
  test.each([
    [
      'hubspot-contacts',
      [
        'Record ID',
        'First Name',
        'Last Name',
        'Email',
        'Phone Number',
        'Contact owner',
        'Company name',
        'Unsubscribed from all email',
        'Lifecycle Stage',
        'Create Date',
      ],
      [
        'externalId',
        'firstName',
        'lastName',
        'email',
        'phone',
        'owner',
        'company',
        'fields.unsubscribed',
        'lifecycle',
        'createdAt',
      ],
    ],
    ['hubspot-contacts', ['First name', 'Last name', 'Email'], ['firstName', 'lastName', 'email']],
    [
      'hubspot-companies',
      ['Record ID', 'Company name', 'Company domain name', 'Company owner', 'Number of Employees', 'Country/Region'],
      ['externalId', 'name', 'domain', 'owner', 'employees', 'country'],
    ],
    [
      'hubspot-notes',
      ['Record ID', 'Note body', 'Activity date', 'Associated Contact', 'Activity assigned to'],
      ['externalId', 'body', 'createdAt', 'contactName', 'author'],
    ],
    [
      'salesforce-contacts',
      [
        'Id',
        'FirstName',
        'LastName',
        'Email',
        'Phone',
        'Title',
        'AccountName',
        'MailingCity',
        'MailingCountry',
        'LeadSource',
        'HasOptedOutOfEmail',
        'OwnerId',
      ],
      [
        'externalId',
        'firstName',
        'lastName',
        'email',
        'phone',
        'jobTitle',
        'company',
        'city',
        'country',
        'fields.lead_source',
        'fields.unsubscribed',
        null,
      ],
    ],
    [
      'salesforce-accounts',
      ['Id', 'Name', 'Website', 'BillingCity', 'NumberOfEmployees', 'AnnualRevenue'],
      ['externalId', 'name', 'website', 'city', 'employees', 'fields.annual_revenue'],
    ],
    [
      'chatwoot-contacts',
      ['id', 'name', 'email', 'identifier', 'phone_number', 'company_name', 'custom_attribute_1'],
      ['externalId', 'name', 'email', 'handle.identifier', 'phone', 'company', 'fields.custom_attribute_1'],
    ],
    [
      'shopify-orders',
      [
        'Name',
        'Email',
        'Financial Status',
        'Paid at',
        'Currency',
        'Total',
        'Created at',
        'Lineitem quantity',
        'Lineitem name',
        'Lineitem price',
        'Lineitem sku',
      ],
      [
        'number',
        'customerEmail',
        'status',
        null,
        'currency',
        'amount',
        'placedAt',
        'itemQuantity',
        'itemName',
        'itemUnitAmount',
        'itemSku',
      ],
    ],
  ] as const)('%s', (key, names, expected) => {
    expect(recognisePreset(names)?.key).toBe(key)
    expect(targetsOf([...names])).toEqual(expected)
  })

  test.each([
    ['hubspotDeals', ['Record ID', 'Deal Name', 'Pipeline', 'Deal Stage', 'Amount']],
    ['hubspotTickets', ['Ticket ID', 'Ticket name', 'Pipeline', 'Ticket status']],
    ['salesforceOpportunities', ['Id', 'Name', 'StageName', 'CloseDate', 'Amount']],
    [null, ['First name', 'Last name', 'Email']],
  ])('%s', (holds, names) => expect(recogniseRefused(names)).toBe(holds))
})

test.each([
  [
    'contacts',
    ['Jméno', 'Příjmení', 'E-mail', 'Telefon', 'Firma', 'Město', 'PSČ', 'Poznámka'],
    ['firstName', 'lastName', 'email', 'phone', 'company', 'city', 'postalCode', 'note'],
  ],
  [
    'contacts',
    ['Vorname', 'Nachname', 'E-Mail-Adresse', 'Telefonnummer', 'Straße', 'Ort', 'PLZ', 'Geburtsdatum'],
    ['firstName', 'lastName', 'email', 'phone', 'street', 'city', 'postalCode', 'birthday'],
  ],
  [
    'contacts',
    ['full_name', 'emailAddress', 'mobile', 'E-mail 2', 'Favourite colour'],
    ['name', 'email', 'phone', 'email', 'fields.favourite_colour'],
  ],
  ['notes', ['customer email', 'text'], ['contactEmail', 'body']],
  ['contacts', ['id', 'name', 'email', 'company', 'note'], ['externalId', 'name', 'email', 'company', 'note']],
  ['companies', ['Company', 'Domain', 'Industry'], ['name', 'domain', 'industry']],
  [
    'companies',
    ['Název firmy', 'IČO', 'Odvětví', 'Počet zaměstnanců'],
    ['name', 'fields.ico', 'industry', 'employees'],
  ],
  [
    'orders',
    ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'],
    ['number', 'itemSku', 'itemName', 'itemQuantity', 'placedAt', 'itemUnitAmount', 'customerId', 'customerCountry'],
  ],
  [
    'orders',
    ['Číslo objednávky', 'Datum', 'Částka', 'Měna', 'E-mail'],
    ['number', 'placedAt', 'amount', 'currency', 'customerEmail'],
  ],
  ['notes', ['email', 'note', 'created at', 'author'], ['contactEmail', 'body', 'createdAt', 'author']],
] as const)('a file of %s in other words: %j', (object, names, expected) => {
  expect(proposeObject(columnsOf(...names))).toBe(object)
  expect(targetsOf([...names], object)).toEqual(expected)
})

test('columns without heading words are known by their values', () => {
  const columns = [
    { name: 'a', values: ['marta@example.com', 'jan@example.com'] },
    { name: 'b', values: ['+420 777 123 456', '+49 151 1234567'] },
    { name: 'office location', values: ['Kenya', 'Philipines', 'United States'] },
    { name: 'c', values: [] },
  ]
  expect(proposeMapping(targetOf('contacts'), columns, null, [])).toEqual([
    { target: 'email' },
    { target: 'phone' },
    { target: 'country' },
    null,
  ])
})

test('a custom field that is there already is used again', () => {
  const fields = [{ key: 'size', label: 'Shoe size', type: 'number' as const }]
  expect(
    proposeMapping(
      targetOf('contacts'),
      [
        { name: 'shoe SIZE', values: ['42'] },
        { name: 'size', values: ['1'] },
      ],
      null,
      fields,
    ),
  ).toEqual([{ target: 'fields.size' }, { target: 'fields.size_2', label: 'size', type: 'number' }])
})

test.each([
  ['number', ['1', '2,5', '-3']],
  ['yesno', ['Yes', 'No', 'Yes']],
  ['number', ['1', '1', '1']],
  ['date', ['31.12.2023', '1.1.2024']],
  ['link', ['https://example.com/a']],
  ['choice', 'red red red blue blue blue green green green red'.split(' ')],
  ['text', ['Hello', 'World']],
  ['text', ['00123', '00456']],
  ['text', []],
])('the type %s', (type, values) => expect(sniffType({ name: 'x', values })).toBe(type))

const reference = process.env.REFERENCE_DATA ?? join(import.meta.dirname, '../../../../../shared/reference')
describe.skipIf(!existsSync(reference))('the reference files (REFERENCE_DATA)', () => {
  const propose = (file: string) => {
    const text = decodeHead(readFileSync(join(reference, file)), 'utf-8')
    const dialect = sniffDialect(text, 'utf-8', true)
    const [names, ...rows] = readSample(text, dialect.delimiter, true)
    const columns = names!.map((name, at) => ({
      name,
      values: rows.map(row => row[at]!.trim()).filter(value => value !== ''),
    }))
    const object = recognisePreset(names!)?.object ?? proposeObject(columns)
    return [
      object,
      ...proposeMapping(targetOf(object), columns, recognisePreset(names!), []).map(mapped =>
        mapped?.type ? `${mapped.target} ${mapped.type}` : (mapped?.target ?? null),
      ),
    ]
  }
  test.each([
    [
      'online_retail_2009_2010_orders.csv',
      ['orders', 'number', 'customerId', 'placedAt', 'amount', 'quantity', 'fields.lines_n number', 'customerCountry'],
    ],
    [
      'crm_maven/accounts.csv',
      [
        'companies',
        'name',
        'industry',
        'fields.year_established number',
        'fields.revenue number',
        'employees',
        'country',
        'parent',
      ],
    ],
    [
      'rfm_data_orders.csv',
      ['orders', 'customerId', 'placedAt', 'amount', 'customerFirstName', 'customerLastName', 'customerEmail'],
    ],
    [
      'febrl/dataset1.csv',
      [
        'contacts',
        'externalId',
        'firstName',
        'lastName',
        'street',
        'street',
        'street',
        'city',
        'postalCode',
        'region',
        'birthday',
        'fields.soc_sec_id text',
      ],
    ],
  ])('%s', (file, expected) => expect(propose(file)).toEqual(expected))
})
