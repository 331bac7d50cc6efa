import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import * as companies from '../../slices/customers/companies/schema.ts'
import * as contacts from '../../slices/customers/contacts/schema.ts'
import * as products from '../../slices/sales/products/schema.ts'
import { multipart } from '../../testing/multipart.ts'
import { aTestApp, type TestWorkspace } from '../../testing/test-app.ts'
import { doors, kinds } from './linked.fixture.ts'

/** What happens at the same moment as another call about the same record. */
const t = await aTestApp()
let acme: TestWorkspace
let productId: string

/** What something can be written on: how it is made, named, and moved to the bin and back. */
const subjects = {
  product: { ...products.productEndpoints, on: { subjectKind: 'product' }, as: 'subjectId' },
  contact: { ...contacts.contactEndpoints, on: {}, as: 'contactId' },
  company: { ...companies.companyEndpoints, on: {}, as: 'companyId' },
}
const pairs = (Object.keys(subjects) as (keyof typeof subjects)[]).flatMap(on => kinds.map(kind => [kind, on] as const))

beforeEach(async () => {
  acme = await t.aWorkspace()
  productId = (await acme.owner.call(products.createProduct, { body: { name: 'Lamp' } })).id
})

const times = <T>(count: number, call: (n: number) => Promise<T>) => Array.from({ length: count }, (_, n) => call(n))

test.each(pairs)('a %s is either written on a %s before it goes to the bin, or refused', async (kind, name) => {
  const subject = subjects[name]
  const params = { id: (await acme.owner.call(subject.create, { body: { name: 'Lamp' } })).id }
  const on = { ...subject.on, [subject.as]: params.id }
  const { make, list } = doors[kind]
  const made = times(5, () => make(acme.owner, on))
  const deleted = acme.owner.call(subject.delete, { params })
  const answers = await Promise.all([...made, ...times(5, () => make(acme.owner, on))])
  await deleted
  expect(answers.filter(({ status }) => ![201, 404].includes(status))).toEqual([])
  await acme.owner.call(subject.restore, { params })
  const written = answers.filter(({ status, body }) => status === 201 || (body as { id?: string }).id)
  expect(await list(acme.owner, on)).toHaveLength(written.length)
})

test('of pictures put at once one stays, and no other file', async () => {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPgPAAEDAQAIicLsAAAAAElFTkSuQmCC',
    'base64',
  )
  const put = () => acme.owner.request('PUT', `/api/v1/products/${productId}/picture`, ...multipart('a.png', picture))
  const answers = await Promise.all(times(10, put))
  expect(answers.map(({ status }) => status)).toEqual(times(10, () => 200 as never))
  const { pictureFileId } = await acme.owner.call(products.getProduct, { params: { id: productId } })
  const kept = sql<{ id: string }>`
    select id from files where workspace_id = ${acme.id} and deleted_at is null`
  expect((await kept.execute(t.app.db)).rows).toEqual([{ id: pictureFileId }])
})

test('a category goes while products are made in it: each call is done or says that it came at a bad moment', async () => {
  for (let round = 0; round < 5; round++) {
    const { body: category } = await acme.owner.request('POST', '/api/v1/products/categories', {
      name: `Lamps ${round}`,
    })
    const made = times(8, n =>
      acme.owner.request('POST', '/api/v1/products', { name: `Lamp ${n}`, categoryId: category.id }),
    )
    const removed = acme.owner.request('DELETE', `/api/v1/products/categories/${category.id}`)
    const statuses = (await Promise.all([...made, removed])).map(({ status }) => status)
    expect(statuses.filter(status => ![201, 204, 409, 422].includes(status))).toEqual([])
  }
})
