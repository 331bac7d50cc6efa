import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shapeOf, bodyOf, bodyReferences, paramKey, queryReferences, withValue } from './requests.ts'
import {
  addressOf,
  bulkOf,
  contentOf,
  endpoints,
  guarded,
  inWorkspace,
  makeMatrix,
  endpointName,
  named,
  send,
  sendOn,
  withRecord,
  type Matrix,
} from './matrix.ts'

/**
 * Every route against the records of another workspace (attacks 1–4). A route whose records the matrix does not know
 * fails, so that a new one cannot be forgotten: add its record, and how it is referred to, to world.ts.
 */
let m: Matrix

beforeAll(async () => {
  m = await makeMatrix()
})
afterAll(() => m.t.close())

const others = withRecord(endpoints)
const refused = [400, 404, 422]

test('the matrix knows every record and every reference', () => {
  const unknown = others.flatMap(endpoint =>
    [...endpoint.path.matchAll(/\{(\w+)\}/g)]
      .filter(([, param]) => m.own[paramKey(endpoint.path, param!) ?? ''] === undefined)
      .map(([, param]) => `${endpointName(endpoint)}: ${param}`),
  )
  const unreferenced = inWorkspace.flatMap(endpoint =>
    [...bodyReferences(endpoint), ...queryReferences(endpoint)]
      .filter(({ key }) => m.own[key ?? ''] === undefined)
      .map(({ path }) => `${endpointName(endpoint)}: ${path.join('.')}`),
  )
  expect([...unknown, ...unreferenced]).toEqual([])
})

describe('another workspace’s record answers as one that does not exist', () => {
  test.each(named(others))('%s', async (_, endpoint) => {
    const before = await contentOf(m)
    for (const who of ['owner', 'api-key']) {
      const caller = m.callers.get(who)!
      const theirs = await sendOn(caller, endpoint, m.foreign, m.own)
      const nobodys = await sendOn(caller, endpoint, {}, m.own)
      const without = (answer: { body: any }) => ({ ...answer.body, requestId: '' })
      expect([who, theirs.status]).toEqual([who, nobodys.status])
      expect(without(theirs)).toEqual(without(nobodys))
      expect(who === 'owner' ? [404] : [403, 404]).toContain(theirs.status)
    }
    expect(await contentOf(m)).toEqual(before)
  })
})

describe('another workspace’s id inside a request is refused and nothing is written', () => {
  const inBody = inWorkspace.flatMap(endpoint =>
    bodyReferences(endpoint).map(
      reference => [`${endpointName(endpoint)}: ${reference.path.join('.')}`, endpoint, reference] as const,
    ),
  )
  test.each(inBody)('%s', async (_, endpoint, reference) => {
    const before = await contentOf(m)
    const body = withValue(bodyOf(endpoint, m.own), reference.path, m.foreign[reference.key!]!)
    const answer = await send(m.acme.owner, endpoint, addressOf(endpoint, m.own), body)
    expect([answer.body, refused.includes(answer.status)]).toEqual([answer.body, true])
    expect(await contentOf(m)).toEqual(before)
  })

  const inQuery = inWorkspace.flatMap(endpoint =>
    queryReferences(endpoint).map(
      reference => [`${endpointName(endpoint)}?${reference.path.join('.')}`, endpoint, reference] as const,
    ),
  )
  test.each(inQuery)('%s', async (_, endpoint, { path, key }) => {
    const before = await contentOf(m)
    const url = addressOf(endpoint, m.own, withValue({}, path, m.foreign[key!]!))
    const answer = endpoint.consumes
      ? await m.acme.owner.request(endpoint.method, url, '--x--\r\n', {
          'content-type': 'multipart/form-data; boundary=x',
        })
      : await send(m.acme.owner, endpoint, url)
    expect([answer.body, refused.includes(answer.status)]).toEqual([answer.body, true])
    expect(await contentOf(m)).toEqual(before)
  })

  test.each(named(guarded.filter(({ path }) => path.includes('/bulk'))))('one among many: %s', async (_, endpoint) => {
    const before = await contentOf(m)
    const body = bulkOf(endpoint, key => [m.own[key]!, m.foreign[key]!])
    const answer = await send(m.acme.owner, endpoint, addressOf(endpoint, m.own), body)
    expect([answer.body, refused.includes(answer.status)]).toEqual([answer.body, true])
    expect(await contentOf(m)).toEqual(before)
  })

  test('a custom field that holds a contact', async () => {
    const before = await contentOf(m)
    for (const [path, body] of [
      ['/contacts', { name: 'New' }],
      [`/contacts/${m.own['contacts']}`, {}],
    ] as const) {
      const answer = await m.acme.owner.request(path === '/contacts' ? 'POST' : 'PATCH', `/api/v1${path}`, {
        ...body,
        fields: { [m.own['fieldKey']!]: m.foreign['contacts'] },
      })
      expect(refused).toContain(answer.status)
    }
    expect(await contentOf(m)).toEqual(before)
  })

  test('a member mentioned in a note', async () => {
    const before = await contentOf(m)
    const answer = await m.acme.owner.request('POST', '/api/v1/notes', {
      contactId: m.own['contacts'],
      body: `Ask @[Member zebra](member:${m.foreign['members']})`,
    })
    expect(answer.status).toBe(422)
    expect(await contentOf(m)).toEqual(before)
  })
})

describe('no list shows anything of another workspace', () => {
  const lists = inWorkspace.filter(({ method, path }) => method === 'GET' && !path.includes('{'))
  test.each(named(lists))('%s', async (_, endpoint) => {
    const { properties = {}, required = [] } = shapeOf(endpoint.query) ?? {}
    for (const query of [
      ...(required.length > 0 ? [] : [{}]),
      ...('q' in properties ? ['zebra', 'N-zebra', 'zebra@example.com'].map(q => ({ q })) : []),
    ]) {
      const answer = await send(m.acme.owner, endpoint, addressOf(endpoint, m.own, query))
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
      const shown = [' zebra', ...Object.values(m.foreign)].filter(secret => text.includes(secret))
      expect([query, answer.status, shown]).toEqual([query, 200, []])
    }
  })
})
