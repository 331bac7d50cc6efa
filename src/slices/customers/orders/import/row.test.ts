import { expect, test } from 'vitest'
import { rowReader } from '../../imports/rows/row-reader.ts'
import type { RowRules } from '../../imports/rows/rules.ts'
import { rulesOf, said } from '../../imports/rules.fixture.ts'
import { orderImport } from './target.ts'

const read = (targets: string[], cells: string[], more?: Partial<RowRules>) =>
  rowReader(orderImport, rulesOf(targets, more))(2, cells)

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
})

test.each([
  [['$5', ''], 500, 'USD'],
  [['5 €', ''], 500, 'EUR'],
  [['US$ 5', 'USD'], 500, 'USD'],
])('the sign in %j is the currency of the order', (cells, amount, currency) => {
  const { draft, problems } = read(['number', 'placedAt', 'amount', 'currency'], ['1', '1.2.2024', ...cells])
  expect(problems).toEqual([])
  expect(draft).toMatchObject({ amount, currency })
})

test.each([[['$5', 'EUR']], [['5 kr', '']]])('an order of %j is refused', cells => {
  const { problems } = read(['number', 'placedAt', 'amount', 'currency'], ['1', '1.2.2024', ...cells])
  expect(problems.map(({ reason }) => said(reason))).toEqual([
    'Its amounts are of different currencies, or of another one than it names.',
  ])
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

test('an amount that is larger than is kept is refused, though its factors are not', () => {
  const columns = ['number', 'placedAt', 'itemName', 'itemQuantity', 'itemUnitAmount']
  const { problems } = read(columns, ['1', '1.2.2024', 'Cup', '1000000000', '1000000000000'])
  expect(problems.map(({ reason }) => said(reason))).toEqual(['Its amount is larger than an order may be.'])
  expect(read(columns, ['1', '1.2.2024', 'Cup', '1', '1000000000000']).problems).toEqual([])
})

test('rows without a number are known by their cells', () => {
  const one = read(['placedAt', 'amount'], ['1.2.2024', '5'])
  expect(one.draft).toMatchObject({ isNumberless: true, number: one.draft.sourceId.slice(4, 12) })
  expect(read(['placedAt', 'amount'], ['1.2.2024', '5']).draft.sourceId).toBe(one.draft.sourceId)
  expect(read(['placedAt', 'amount'], ['1.2.2024', '6']).draft.sourceId).not.toBe(one.draft.sourceId)
})

test.each([
  ['c1', ['1', '31.2.2024', '5'], 'is not a date'],
  ['c1', ['1', '1850-01-01', '5'], 'is not in one of the years from 1900 to 2099'],
  ['c2', ['1', '1.2.2024', 'x'], 'is not an amount'],
  [null, ['1', '', '5'], 'Has no date'],
  [null, ['1', '1.2.2024', ''], 'Has no amount'],
])('refuses %s %j', (column, cells, reason) => {
  const { problems } = read(['number', 'placedAt', 'amount'], cells)
  expect(problems.map(problem => problem.column)).toEqual([column])
  expect(said(problems[0]!.reason)).toContain(reason)
})
