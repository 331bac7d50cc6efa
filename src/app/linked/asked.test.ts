import { beforeAll, describe, expect, test } from 'vitest'
import { createCompany } from '../../slices/customers/companies/schema.ts'
import { createContact } from '../../slices/customers/contacts/schema.ts'
import { createOrder } from '../../slices/customers/orders/schema.ts'
import { createProduct } from '../../slices/sales/products/schema.ts'
import { aTestApp, type TestWorkspace } from '../../testing/test-app.ts'
import { doors, kinds } from './linked.fixture.ts'

/** What hangs on something is listed by it: a customer, whose column is another, as any record, by all ways to ask. */
const t = await aTestApp()
let acme: TestWorkspace
const ids: Record<string, string> = {}

beforeAll(async () => {
  acme = await t.aWorkspace()
  const { owner } = acme
  const [marta, jan] = [
    await owner.call(createContact, { body: { name: 'Marta' } }),
    await owner.call(createContact, { body: { name: 'Jan' } }),
  ]
  const alza = await owner.call(createCompany, { body: { name: 'Alza' } })
  const order = await owner.call(createOrder, { body: { contactId: marta.id, number: 'A-1', amount: 100 } })
  const lamp = await owner.call(createProduct, { body: { name: 'Lamp' } })
  Object.assign(ids, { marta: marta.id, jan: jan.id, alza: alza.id })
  for (const kind of kinds)
    for (const [subjectKind, { id: subjectId }] of [
      ['contact', marta],
      ['contact', jan],
      ['company', alza],
      ['order', order],
      ['product', lamp],
    ] as const)
      await doors[kind].make(owner, { subjectKind, subjectId })
})

/** `subjectKind[in]=contact&subjectId=marta` as the list is asked. */
function ask(kind: string, filters: string) {
  const query = filters
    .replaceAll(/(?<=^|&)\w+/g, 'filter[$&]')
    .replaceAll(/(?<=[=,])(?:marta|jan|alza)\b/g, name => ids[name]!)
  return acme.owner.request('GET', `/api/v1/${kind}s?${query}`)
}

describe.each(kinds)('a list of %ss', kind => {
  test.each([
    ['subjectKind=contact&subjectId=marta', ['A-1', 'Marta']],
    ['subjectKind[eq]=contact&subjectId=marta', ['A-1', 'Marta']],
    ['subjectKind[in]=contact&subjectId=marta', ['A-1', 'Marta']],
    ['subjectKind=contact&subjectId[eq]=marta', ['A-1', 'Marta']],
    ['subjectKind=contact&subjectId[in]=marta', ['A-1', 'Marta']],
    ['subjectId[in]=marta,jan&subjectKind=contact', ['A-1', 'Jan', 'Marta']],
    ['subjectKind=contact&subjectId[ne]=marta', ['Jan']],
    ['subjectKind=contact', ['A-1', 'Jan', 'Marta']],
    ['subjectKind[eq]=company', ['Alza']],
    ['subjectKind=company&subjectId[eq]=alza', ['Alza']],
    ['subjectKind=company&subjectId=marta', []],
    ['subjectKind=contact&subjectId=marta&contactId=marta', ['A-1', 'Marta']],
    ['subjectKind=contact&subjectId=marta&contactId=jan', []],
    ['contactId=jan&subjectKind=contact&subjectId=marta', []],
    ['contactId[eq]=jan&subjectKind=contact&subjectId=marta', []],
    ['subjectKind=contact&subjectId=marta&subjectId=jan', []],
    ['subjectKind=contact&subjectId=marta&subjectKind[eq]=order', ['A-1']],
    ['subjectKind=order', ['A-1']],
    ['subjectKind[in]=order,product', ['A-1', 'Lamp']],
  ])('asked for %s', async (filters, expected) => {
    const { items } = (await ask(kind, filters)).body as { items: Record<string, string | null>[] }
    expect(items.map(item => item['subjectName'] ?? item['contactName'] ?? item['companyName']).sort()).toEqual(
      expected,
    )
  })

  test.each([
    'subjectKind[in]=contact,order',
    'subjectKind[ne]=contact',
    'subjectKind[contains]=company',
    'subjectKind=contact&subjectId=somebody',
  ])('refuses %s', async filters => {
    expect(await ask(kind, filters)).toMatchObject({ status: 400, body: { code: 'invalid' } })
  })
})
