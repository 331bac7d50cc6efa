import { beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { timelineOf } from '../../customers/timeline/schema.ts'
import { stepsOf } from '../../customers/imports/imports.fixture.ts'
import { mostVariants, type Price } from './record.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace
let steps: ReturnType<typeof stepsOf>

beforeEach(async () => {
  acme = await t.aWorkspace()
  steps = stepsOf(t, acme)
})

const file = [
  'Handle,Title,Variant SKU,Size,Category,Price,Currency,Valid from,Cost per item,Unit,Active,Variant active,Tags',
  'lamp,Lamp,LA-S,Small,Lighting > Lamps,19.90,EUR,,8,piece,yes,,new',
  'lamp,,LA-L,Large,,29.90,EUR,,12,,,no,',
  'lamp,,LA-L,Large,,749,CZK,,,,,,',
  ',Bulb,LB-1,,Lighting > Bulbs,4,,2026-04-01,,,no,no,',
  ',Nameless,,,,1,,,,,,,',
].join('\n')

const products = async () => (await acme.owner.call(schema.listProducts, {})).items
const wholes = async () => {
  const ids = (await products()).map(({ id }) => id)
  return Promise.all(ids.map(id => acme.owner.call(schema.getProduct, { params: { id } })))
}
const lamp = async () => (await wholes()).find(({ name }) => name === 'Lamp')!
const change = (id: string, body: object) => acme.owner.call(schema.changeProduct, { params: { id }, body })
const everything = async () => {
  const tables = ['products', 'product_variants', 'product_categories', 'tags', 'import_changes']
  const rows = tables.map(table => {
    const read = sql`select to_jsonb(r) - 'version' - 'updated_at' as row from ${sql.table(table)} r where r.workspace_id = ${acme.id} order by 1`
    return read.execute(t.app.db)
  })
  return (await Promise.all(rows)).map(result => result.rows)
}

test('rows are variants of products, recognised by their headings; a repeat changes nothing', async () => {
  const done = await steps.import('catalogue.csv', file)
  expect(done).toMatchObject({
    object: 'products',
    result: {
      rows: { created: 2, repeated: 2, refused: 1 },
      records: { products: { created: 2 }, product_categories: { created: 3 } },
    },
  })
  expect(await products()).toMatchObject([
    { name: 'Bulb', isActive: false, categoryName: 'Lighting > Bulbs', price: null, skus: ['LB-1'] },
    { name: 'Lamp', isActive: true, categoryName: 'Lighting > Lamps', price: 1990, skus: ['LA-S', 'LA-L'] },
  ])
  const price = { from: null, to: null }
  const [bulb, lamp] = await wholes()
  expect(bulb!.variants).toMatchObject([{ isActive: false }])
  expect(lamp!.variants).toMatchObject([
    { name: 'Small', cost: 800, costCurrency: 'EUR', prices: [{ currency: 'EUR', amount: 1990, ...price }] },
    {
      isActive: false,
      prices: [
        { currency: 'CZK', amount: 74_900, ...price },
        { currency: 'EUR', amount: 2990, ...price },
      ],
    },
  ])
  const again = await steps.import('catalogue.csv', file)
  expect(again.result).toMatchObject({ rows: { created: 0, updated: 0, refused: 1 } })
  await steps.import('products.csv', 'Handle,Name,SKU,Variant active\nlamp,Lamp,LA-L,yes\n')
  expect((await wholes())[1]!.variants).toMatchObject([{ isActive: true }, { isActive: true }])
})

test('an undo leaves nothing of what it made', async () => {
  const before = await everything()
  const { id } = await steps.import('catalogue.csv', file)
  expect(await steps.undo(id)).toMatchObject({
    status: 'undone',
    undo: { removed: { products: 2, product_categories: 3, tags: 1 }, keptCount: 0, conflictCount: 0 },
  })
  expect(await everything()).toEqual(before)
})

test('an undo gives back what it overwrote, prices and variants too, but not over what was changed since', async () => {
  await steps.import('catalogue.csv', file)
  const before = await everything()
  const rows = 'Handle,SKU,Name,Price,Valid from,Unit\nlamp,LA-S,Floor lamp,25,2026-05-01,box\nlamp,LA-X,,9,,\n'
  const { id } = await steps.import('products.csv', rows)
  const [floor] = (await products()).filter(({ name }) => name === 'Floor lamp')
  expect(floor).toMatchObject({ unit: 'box', skus: ['LA-S', 'LA-L', 'LA-X'] })
  await steps.undo(id)
  expect(await everything()).toEqual(before)

  const second = await steps.import('products.csv', rows)
  await change(floor!.id, { unit: 'crate' })
  const undone = await steps.undo(second.id)
  expect(undone.undo).toMatchObject({ restored: 1, conflicts: [{ object: 'product', field: 'unit' }] })
  expect(await lamp()).toMatchObject({ unit: 'crate', skus: ['LA-S', 'LA-L'] })
})

test('an undo that gives a product in the bin its variants back leaves their SKUs free', async () => {
  await steps.import('catalogue.csv', file)
  const { id } = await steps.import('products.csv', 'Handle,SKU,Name,Unit\nlamp,LA-S,Floor lamp,box\nlamp,LA-X,,\n')
  const [floor] = (await products()).filter(({ name }) => name === 'Floor lamp')
  await acme.owner.call(schema.productEndpoints.delete, { params: { id: floor!.id } })
  const { undo } = await steps.undo(id)
  expect(undo).toMatchObject({ restored: 1, keptCount: 0, conflictCount: 0 })
  expect(await acme.owner.call(schema.createProduct, { body: { name: 'Other', sku: 'LA-S' } })).toMatchObject({
    skus: ['LA-S'],
  })
})

test('an undo gives each variant back that nobody has changed since, wherever it stands', async () => {
  await steps.import('products.csv', 'Handle,Title,SKU,Price\nH1,Lamp,A,5\nH1,,B,6\nH1,,C,7\n')
  const rows = 'H1,,A,50\nH1,,B,60\nH1,,C,70\nH1,,X,9\n'
  const { id } = await steps.import('products.csv', `Handle,Title,SKU,Price\n${rows}`)
  const [{ id: lampId, variants }] = (await wholes()) as [schema.Product]
  const [a, b, c, x] = variants
  await change(lampId, { variants: [x, c, { ...b, name: 'Blue' }, a, { sku: 'NEW' }] })
  const { undo } = await steps.undo(id)
  expect(undo).toMatchObject({ restored: 1, conflicts: [{ object: 'product', field: 'variants' }] })
  expect(await prices()).toEqual(['C: 7', 'B: 60', 'A: 5', 'NEW: '])
})

test('a category that is used since stays, and so does a product that was changed', async () => {
  const { id } = await steps.import('catalogue.csv', file)
  const { categoryId, id: lampId } = await lamp()
  await acme.owner.call(schema.createProduct, { body: { name: 'Own', categoryId } })
  await change(lampId, { unit: 'box' })
  const { undo } = await steps.undo(id)
  const kept = undo!.kept.map(({ object, name }) => `${object} ${name}`)
  expect(kept.sort()).toEqual(['product Lamp', 'product-category Lamps', 'product-category Lighting'])
  expect(await products()).toMatchObject([
    { name: 'Lamp', categoryName: null },
    { name: 'Own', categoryName: 'Lighting > Lamps' },
  ])
  const { items } = await acme.owner.call(timelineOf('products').list, { params: { id: lampId } })
  const [told] = items
  expect(told).toMatchObject({ kind: 'product.changed', data: { changes: { categoryId: [categoryId, null] } } })
})

test('a path that is too long, or a name in it, leaves the category as it is, with a warning', async () => {
  await steps.import('catalogue.csv', file)
  const paths = ['x'.repeat(201), Array.from({ length: 6 }, (_, at) => `${at}`.repeat(190)).join(' > ')]
  const rows = paths.map(path => `lamp,LA-S,Lamp,${path}\n`).join('')
  const done = await steps.import('products.csv', `Handle,SKU,Name,Category\n${rows}`)
  expect(done.warnings).toMatchObject([{ firstRow: 2 }, { reason: expect.stringContaining('category stays as it is') }])
  expect(await lamp()).toMatchObject({ categoryName: 'Lighting > Lamps' })
  expect((await acme.owner.call(schema.listCategories, {})).items).toHaveLength(3)
})

test('a product that no row names is called by its SKU, and said so', async () => {
  const { warnings } = await steps.import('products.csv', 'Handle,SKU,Name,Price\na,N-1,,5\nb,N-2,,5\nb,N-3,Lamp,5\n')
  expect((await products()).map(({ name }) => name)).toEqual(['Lamp', 'N-1'])
  expect(warnings.map(({ firstRow, reason }) => [firstRow, reason])).toEqual([
    [2, 'Nothing gives the product a name; it is called N-1.'],
  ])
})

const priceText = ({ amount, from, to }: Price) => amount / 100 + (from || to ? ` ${from ?? ''}..${to ?? ''}` : '')
const prices = async () => {
  const variants = (await wholes()).flatMap(product => product.variants)
  return variants.map(({ sku, prices }) => `${sku}: ${prices.map(priceText).join(', ')}`)
}

test('each row changes its own variant; the first counts for the product, and for a variant named twice', async () => {
  const head = 'Handle,Title,SKU,Price,Cost,Variant active\n'
  await steps.import('products.csv', `${head}H1,Lamp,A,5,1,yes\nH1,,B,6,1,yes\nH1,,C,7,1,yes\n`)
  const rows = 'H1,Desk lamp,A,50,2,no\nH1,Lamp stand,B,60,2,no\nH1,,C,70,2,no\nH1,,B,61,3,yes\n'
  const { result } = await steps.import('products.csv', head + rows)
  expect(result).toMatchObject({ rows: { updated: 1, repeated: 3 }, records: { products: { updated: 1 } } })
  const changed = { cost: 200, isActive: false }
  expect(await wholes()).toMatchObject([{ name: 'Desk lamp', variants: [changed, changed, changed] }])
  expect(await prices()).toEqual(['A: 50', 'B: 60', 'C: 70'])
  await steps.import('prices.csv', 'SKU,Name,Price\nA,Lamp,500\nB,Lamp,600\n')
  expect(await prices()).toEqual(['A: 500', 'B: 600', 'C: 70'])
  await steps.import('prices.csv', 'SKU,Name,Price\nC,Lamp,5\nB,Lamp,6\n', { options: { update: 'empty' } })
  expect(await prices()).toEqual(['A: 500', 'B: 600', 'C: 70'])
})

test('an export that was edited changes all variants of which it says something else', async () => {
  const variants = ['A', 'B', 'C'].map(sku => ({ sku, prices: [{ currency: 'EUR', amount: 500 }] }))
  await acme.owner.call(schema.createProduct, { body: { name: 'Lamp', variants } })
  const { body: table } = await acme.owner.request('GET', '/api/v1/products/export?format=csv')
  await steps.import('products.csv', String(table).replaceAll('5.00,EUR', '7.50,EUR'))
  expect(await prices()).toEqual(['A: 7.5', 'B: 7.5', 'C: 7.5'])
})

test('a day that cannot be read leaves the price out, not the prices that are there', async () => {
  const head = 'SKU,Name,Price,Valid from,Valid to\n'
  await steps.import('products.csv', `${head}A,Lamp,5,,\nB,Vase,6,,\n`)
  const done = await steps.import('products.csv', `${head}A,Lamp,9,31.6.2027,\nB,Vase,9,,10000-01-01\n`)
  expect(await prices()).toEqual(['A: 5', 'B: 6'])
  const unread = { reason: 'A day of the price cannot be read; the price was left empty.', rows: 2, firstRow: 2 }
  expect(done.warnings).toContainEqual(expect.objectContaining(unread))
})

test('the year 9999 says that a price has no end', async () => {
  const rows = 'A,Lamp,9,2026-01-01,9999-12-31\nB,Vase,8,2026-01-01,31.12.9999\n'
  const done = await steps.import('products.csv', `SKU,Name,Price,Valid from,Valid to\n${rows}`)
  expect(done.warnings).toEqual([])
  expect(await prices()).toEqual(['A: 9 2026-01-01..', 'B: 8 2026-01-01..'])
})

test('a price without days holds from today until the next planned one, and always where none has days', async () => {
  const head = 'SKU,Name,Price,Valid from,Valid to\n'
  const rows = 'A,Lamp,5,,2026-01-01\nB,Vase,5,,\nC,Rug,5,2020-01-01,2021-01-01'
  await steps.import('products.csv', `${head}${rows}\n`)
  await steps.import('products.csv', `${head}A,Lamp,6,2026-01-01,\n`)
  await steps.import('products.csv', `${head}A,Lamp,7,2027-01-01,\n`)
  await steps.import('products.csv', 'SKU,Name,Price\nA,Lamp,9\nB,Vase,9\nC,Rug,9\n')
  expect(await prices()).toEqual([
    'A: 5 ..2026-01-01, 6 2026-01-01..2026-03-02, 9 2026-03-02..2027-01-01, 7 2027-01-01..',
    'C: 5 2020-01-01..2021-01-01, 9 2026-03-02..',
    'B: 9',
  ])
})

test('a row with the SKU of a product that has another id is refused', async () => {
  await steps.import('products.csv', 'Handle,SKU,Name,Price\nH1,A,Lamp,5\n')
  const { result, problems } = await steps.import('products.csv', 'Handle,SKU,Name,Price\nH2,A,Vase,9\n')
  expect(result!.rows).toMatchObject({ updated: 0, refused: 1 })
  expect(problems).toMatchObject([{ reason: expect.stringContaining('belongs to a record that has another id') }])
  expect(await wholes()).toMatchObject([{ name: 'Lamp', variants: [{ prices: [{ amount: 500 }] }] }])
})

const tooMuch = '99999999999999999999'

test('an amount is of the currency that it says; one that is none, too large or contradicts is left empty', async () => {
  const cases: [cells: string, price: string | undefined, cost: number | null, warning?: string][] = [
    ['$5,,,,', 'USD 500', null],
    ['5 €,EUR,,,', 'EUR 500', null],
    ['£5,EUR,,,', undefined, null, '“£5” is not an amount in EUR; left empty.'],
    ['MX$ 5,MXN,,,', 'MXN 500', null],
    ['5 QQQ,,,,', undefined, null, '“5 QQQ” is not an amount; left empty.'],
    ['5 Kč,,,,', 'CZK 500', null],
    ['5,XXQ,,,3', undefined, null, '“XXQ” is not a currency; left empty.'],
    [`${tooMuch},,,,1`, undefined, 100, `“${tooMuch}” is not an amount; left empty.`],
    ['1,,,,1e20', 'EUR 100', null, '“1e20” is not an amount; left empty.'],
    ['10/12,,,,', undefined, null, '“10/12” is not an amount; left empty.'],
    ['1,,2026-05-01,2026-05-01,1', undefined, 100, 'The price ends before it begins; left empty.'],
  ]
  const rows = cases.map(([cells], at) => `${10 + at},${10 + at},${cells}`)
  const done = await steps.import(
    'products.csv',
    ['SKU,Name,Price,Currency,Valid from,Valid to,Cost', ...rows].join('\n'),
  )
  expect(done.result!.rows).toMatchObject({ created: cases.length, refused: 0 })
  const told = new Map(done.warnings.map(({ firstRow, reason }) => [firstRow, reason]))
  const found = (await wholes()).map(({ variants: [own] }, at) => {
    const [price] = own!.prices.map(({ currency, amount }) => `${currency} ${amount}`)
    return [cases[at]![0], price, own!.cost, told.get(at + 2)]
  })
  expect(found).toEqual(cases.map(([cells, price, cost, warning]) => [cells, price, cost, warning]))
})

test('a product has up to 2,000 variants, by a file and by a call; what is beyond is refused and says so', async () => {
  const rows = Array.from({ length: mostVariants + 1 }, (_, at) => `wall,Wall paint,W-${at},${at},5`)
  const done = await steps.import('colours.csv', ['Handle,Title,SKU,Colour,Price', ...rows].join('\n'))
  expect(done.result!.rows).toMatchObject({ created: 1, repeated: mostVariants - 1, refused: 1 })
  const [{ id, variants }] = (await wholes()) as [schema.Product]
  expect(variants).toHaveLength(mostVariants)
  const renamed = await change(id, { variants: variants.map(({ id, name }) => ({ id, name: `No. ${name}` })) })
  expect(renamed.variants.at(-1)).toMatchObject({ name: 'No. 1999', sku: 'W-1999' })
  const many = [...variants.map(({ id }) => ({ id })), {}]
  await expect(change(id, { variants: many })).rejects.toThrow('answered 400')
})
