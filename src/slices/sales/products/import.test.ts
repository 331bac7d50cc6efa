import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { stepsOf } from '../../customers/imports/imports.fixture.ts'
import { mostVariants } from './record.ts'
import * as schema from './schema.ts'

let t: TestApp
let acme: TestWorkspace
let steps: ReturnType<typeof stepsOf>

beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())
beforeEach(async () => {
  acme = await t.aWorkspace()
  steps = stepsOf(t, acme)
})

const file = [
  'Handle,Title,Variant SKU,Size,Category,Price,Currency,Valid from,Cost per item,Unit,Active,Tags',
  'lamp,Lamp,LA-S,Small,Lighting > Lamps,19.90,EUR,,8,piece,yes,new',
  'lamp,,LA-L,Large,,29.90,EUR,,12,,,',
  'lamp,,LA-L,Large,,749,CZK,,,,,',
  ',Bulb,LB-1,,Lighting > Bulbs,4,,2026-04-01,,,no,',
  ',Nameless,,,,1,,,,,,',
].join('\n')

const products = async () => (await acme.owner.call(schema.listProducts, {})).items
const lamp = async () => {
  const found = (await products()).find(({ name }) => name === 'Lamp')!
  return acme.owner.call(schema.getProduct, { params: { id: found.id } })
}
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
  expect((await lamp()).variants).toMatchObject([
    { name: 'Small', cost: 800, costCurrency: 'EUR', prices: [{ currency: 'EUR', amount: 1990, ...price }] },
    {
      prices: [
        { currency: 'CZK', amount: 74_900, ...price },
        { currency: 'EUR', amount: 2990, ...price },
      ],
    },
  ])
  const again = await steps.import('catalogue.csv', file)
  expect(again.result).toMatchObject({ rows: { created: 0, updated: 0, refused: 1 } })
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
  const change = 'Handle,SKU,Name,Price,Valid from,Unit\nlamp,LA-S,Floor lamp,25,2026-05-01,box\nlamp,LA-X,,9,,\n'
  const { id } = await steps.import('products.csv', change)
  const [floor] = (await products()).filter(({ name }) => name === 'Floor lamp')
  expect(floor).toMatchObject({ unit: 'box', skus: ['LA-S', 'LA-L', 'LA-X'] })
  await steps.undo(id)
  expect(await everything()).toEqual(before)

  const second = await steps.import('products.csv', change)
  await acme.owner.call(schema.changeProduct, { params: { id: floor!.id }, body: { unit: 'crate' } })
  const undone = await steps.undo(second.id)
  expect(undone.undo).toMatchObject({ restored: 1, conflicts: [{ object: 'product', field: 'unit' }] })
  expect(await lamp()).toMatchObject({ unit: 'crate', skus: ['LA-S', 'LA-L'] })
})

test('a category that is used since stays, and so does a product that was changed', async () => {
  const { id } = await steps.import('catalogue.csv', file)
  const { categoryId, id: lampId } = await lamp()
  await acme.owner.call(schema.createProduct, { body: { name: 'Own', categoryId } })
  await acme.owner.call(schema.changeProduct, { params: { id: lampId }, body: { unit: 'box' } })
  const { undo } = await steps.undo(id)
  expect(undo!.kept.map(({ object, name }) => [object, name])).toEqual(
    expect.arrayContaining([
      ['product', 'Lamp'],
      ['product-category', 'Lighting'],
      ['product-category', 'Lamps'],
    ]),
  )
  expect((await products()).map(({ name, categoryName }) => [name, categoryName])).toEqual([
    ['Lamp', null],
    ['Own', 'Lighting > Lamps'],
  ])
})

test('an undo leaves a product without the category that it had, where that is gone', async () => {
  const first = await steps.import('products.csv', 'SKU,Name,Category,Price\nA,Lamp,Old,1\nB,Bulb,Own,1\n')
  await acme.owner.call(schema.createProduct, { body: { name: 'Vase' } })
  const second = await steps.import('products.csv', 'SKU,Name,Category,Price\nA,Lamp,New,2\nB,Bulb,New,2\n')
  await steps.undo(first.id)
  expect(await steps.undo(second.id)).toMatchObject({ status: 'undone', error: null })
  expect(await acme.owner.call(schema.listCategories, {})).toEqual({ items: [] })
  expect((await products()).map(({ categoryName }) => categoryName)).toEqual([null, null, null])
})

test('amounts that are none or too large, and prices that end before they begin, are left empty, with a warning', async () => {
  const rows = [
    'A,Huge,99999999999999999999,,,1',
    'B,Dear,1,,,1e20',
    'D,Either,10/12,,,2x5',
    'C,Turned,1,2026-05-01,2026-05-01,1',
  ]
  const done = await steps.import('products.csv', ['SKU,Name,Price,Valid from,Valid to,Cost', ...rows].join('\n'))
  expect(done.result).toMatchObject({ rows: { created: 4, refused: 0 }, warned: 4 })
  const found = await Promise.all(
    (await products()).map(({ id }) => acme.owner.call(schema.getProduct, { params: { id } })),
  )
  expect(found.map(({ name, variants: [own] }) => [name, own!.prices.length, own!.cost])).toEqual([
    ['Dear', 1, null],
    ['Either', 0, null],
    ['Huge', 0, 100],
    ['Turned', 0, 100],
  ])
})

test('the sign in a price is its currency, and one that contradicts the row or is none is left out, with a warning', async () => {
  const rows = ['A,Dollar,$5,', 'B,Euro,5 €,EUR', 'C,Other,£5,EUR', 'D,Peso,MX$ 5,MXN', 'E,None,5 QQQ,', 'F,Kč,5 Kč,']
  const done = await steps.import('products.csv', ['SKU,Name,Price,Currency', ...rows].join('\n'))
  expect(done).toMatchObject({ result: { rows: { created: 6, refused: 0 }, warned: 2 } })
  expect(done.warnings.map(({ reason, firstRow }) => [firstRow, reason])).toEqual([
    [4, '“£5” is not an amount in EUR; left empty.'],
    [6, '“5 QQQ” is not an amount; left empty.'],
  ])
  const made = (await products()).toSorted((a, b) => a.skus[0]!.localeCompare(b.skus[0]!))
  const found = await Promise.all(made.map(({ id }) => acme.owner.call(schema.getProduct, { params: { id } })))
  expect(found.map(({ variants: [own] }) => own!.prices.map(({ currency, amount }) => [currency, amount]))).toEqual([
    [['USD', 500]],
    [['EUR', 500]],
    [],
    [['MXN', 500]],
    [],
    [['CZK', 500]],
  ])
})

test('one variant of a product can be inactive, whichever row of it comes first', async () => {
  const rows = ['lamp,Lamp,A,yes', 'lamp,,B,no', 'vase,Vase,C,no']
  await steps.import('products.csv', ['Handle,Name,SKU,Variant active', ...rows].join('\n'))
  const made = await products()
  const found = await Promise.all(made.map(({ id }) => acme.owner.call(schema.getProduct, { params: { id } })))
  expect(found.flatMap(({ variants }) => variants.map(({ sku, isActive }) => [sku, isActive]))).toEqual([
    ['A', true],
    ['B', false],
    ['C', false],
  ])
  await steps.import('products.csv', 'Handle,Name,SKU,Variant active\nlamp,Lamp,B,yes\n')
  expect((await lamp()).variants.map(({ isActive }) => isActive)).toEqual([true, true])
})

test('a product has up to 2,000 variants, by a file and by a call; what is beyond is refused and says so', async () => {
  const rows = Array.from({ length: mostVariants + 1 }, (_, at) => `wall,Wall paint,W-${at},${at},5`)
  const done = await steps.import('colours.csv', ['Handle,Title,SKU,Colour,Price', ...rows].join('\n'))
  expect(done.result!.rows).toMatchObject({ created: 1, repeated: mostVariants - 1, refused: 1 })
  const [paint] = await products()
  const { variants } = await acme.owner.call(schema.getProduct, { params: { id: paint!.id } })
  expect(variants).toHaveLength(mostVariants)
  const change = (given: object[]) =>
    acme.owner.call(schema.changeProduct, { params: { id: paint!.id }, body: { variants: given } })
  const renamed = await change(variants.map(({ id, name }) => ({ id, name: `No. ${name}` })))
  expect(renamed.variants.at(-1)).toMatchObject({ name: 'No. 1999', sku: 'W-1999' })
  await expect(change([...variants.map(({ id }) => ({ id })), {}])).rejects.toThrow('answered 400')
})
