import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../../kernel/endpoint.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { ApiClient } from '../../testing/api-client.ts'
import { permissions } from '../compose.ts'
import { bodyOf, bodyReferences, paramKey, queryReferences, shapeOf, withValue } from './requests.ts'
import {
  addressOf,
  bulkOf,
  contentOf,
  endpoints,
  inWorkspace,
  makeMatrix,
  endpointName,
  named,
  send,
  sendOn,
  withRecord,
  type Matrix,
} from './matrix.ts'
import { shared } from './world.ts'

/** A member whose role is held to own records, and a key that such a member made, against another's (attacks 6, 7). */
let m: Matrix
const held = new Map<string, ApiClient>()

beforeAll(async () => {
  m = await makeMatrix()
  await m.acme.limit('member', 'manager')
  const manager = await m.acme.aMember('manager')
  held.set('member', m.callers.get('member')!)
  held.set('manager', manager.client)
  held.set('api-key', await m.acme.anApiKey([...permissions.keys()] as Permission[], manager.id))
})
afterAll(() => m.t.close())

const isShared = (path: string) => shared.has(paramKey(path, 'id') ?? path.split('/')[1]!)

describe('another’s record answers as one that does not exist', () => {
  test.each(named(withRecord(endpoints).filter(({ path }) => !isShared(path))))('%s', async (_, endpoint) => {
    const before = await contentOf(m)
    for (const [who, caller] of held) {
      const theirs = await sendOn(caller, endpoint, m.own, m.own)
      const nobodys = await sendOn(caller, endpoint, {}, m.own)
      expect([who, theirs.status, { ...theirs.body, requestId: '' }]).toEqual([
        who,
        nobodys.status,
        { ...nobodys.body, requestId: '' },
      ])
      expect([403, 404]).toContain(theirs.status)
    }
    expect(await contentOf(m)).toEqual(before)
  })
})

describe('another’s id inside a request is refused', () => {
  const hidden = (list: ReturnType<typeof bodyReferences>) => list.filter(({ key }) => !shared.has(key!))
  const inBody = inWorkspace
    .filter(({ path }) => !path.includes('{'))
    .flatMap(endpoint =>
      hidden(bodyReferences(endpoint)).map(
        reference => [`${endpointName(endpoint)}: ${reference.path.join('.')}`, endpoint, reference] as const,
      ),
    )
  test.each(inBody)('%s', async (_, endpoint, reference) => {
    const before = await contentOf(m)
    const { contactId: _own, ...rest } = bodyOf(endpoint, m.own) as Record<string, unknown>
    const body = withValue(rest, reference.path, m.own[reference.key!]!)
    const answer = await send(held.get('manager')!, endpoint, addressOf(endpoint, m.own), body)
    expect([answer.body, [403, 404, 422].includes(answer.status)]).toEqual([answer.body, true])
    expect(await contentOf(m)).toEqual(before)
  })

  /** What makes one of the records that it is about, where a manager may. */
  const makerOf = ({ path }: Endpoint) =>
    endpoints.find(
      one => `${one.path}/{id}` === path && one.method === 'POST' && !one.consumes && /^\/[a-z-]+$/.test(one.path),
    )
  const inChange = inWorkspace
    .filter(endpoint => endpoint.method === 'PATCH' && makerOf(endpoint) && !isShared(endpoint.path))
    .flatMap(endpoint =>
      hidden(bodyReferences(endpoint)).map(
        reference => [`${endpointName(endpoint)}: ${reference.path.join('.')}`, endpoint, reference] as const,
      ),
    )
  test.each(inChange)('by one’s own record: %s', async (_, endpoint, { path, key }) => {
    const manager = held.get('manager')!
    const kind = paramKey(endpoint.path, 'id')!
    const create = makerOf(endpoint)!
    const { body: mine } = await manager.request('POST', '/api/v1/contacts', { name: 'Mine' })
    const given = bodyOf(create, { ...m.own, contacts: mine.id })
    const { body: own } = await send(manager, create, addressOf(create, m.own), given)
    const before = await contentOf(m)
    const change = (body: object) => send(manager, endpoint, addressOf(endpoint, { [kind]: own.id }), body)
    const answer = await change(withValue({}, path, m.own[key!]!))
    expect([answer.body, [403, 404, 422].includes(answer.status)]).toEqual([answer.body, true])
    expect(await contentOf(m)).toEqual(before)
    expect((await change({})).status).toBe(200)
  })

  test.each(named(inWorkspace.filter(({ path }) => path.includes('/bulk'))))(
    'one among many: %s',
    async (_, endpoint) => {
      const before = await contentOf(m)
      const body = bulkOf(endpoint, key => [m.own[key]!])
      const answer = await send(held.get('manager')!, endpoint, addressOf(endpoint, m.own), body)
      expect([answer.body, [403, 404].includes(answer.status)]).toEqual([answer.body, true])
      expect(await contentOf(m)).toEqual(before)
    },
  )

  test.each(named(inWorkspace.filter(endpoint => hidden(queryReferences(endpoint)).length > 0)))(
    '%s',
    async (_, endpoint) => {
      for (const { path, key } of hidden(queryReferences(endpoint))) {
        const url = addressOf(endpoint, m.own, withValue({}, path, m.own[key!]!))
        const answer = await held
          .get('manager')!
          .request(endpoint.method, url, '--x--\r\n', { 'content-type': 'multipart/form-data; boundary=x' })
        expect([403, 404]).toContain(answer.status)
      }
    },
  )
})

describe('no list shows another’s records', () => {
  const lists = inWorkspace.filter(({ method, path }) => method === 'GET' && !path.includes('{') && !isShared(path))
  test.each(named(lists))('%s', async (_, endpoint) => {
    const ids = Object.entries(m.own).flatMap(([key, id]) => (shared.has(key) ? [] : [id]))
    const { properties = {}, required = [] } = shapeOf(endpoint.query) ?? {}
    for (const [who, caller] of held) {
      for (const query of [...(required.length > 0 ? [] : [{}]), ...('q' in properties ? [{ q: 'acme' }] : [])]) {
        const answer = await send(caller, endpoint, addressOf(endpoint, m.own, query as Record<string, string>))
        const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
        const shown = [...ids, ...(text.match(/(Contact|Company|Note|Task|N-) ?acme/g) ?? [])].filter(secret =>
          text.includes(secret),
        )
        expect([who, query, [200, 403].includes(answer.status), shown]).toEqual([who, query, true, []])
      }
    }
  })
})

test('a handle or a domain of another’s record is refused without saying whose it is', async () => {
  for (const [path, body] of [
    ['/contacts', { name: 'New', email: 'acme@example.com' }],
    ['/companies', { name: 'New', domain: 'acme.example' }],
  ] as const) {
    const answer = await held.get('manager')!.request('POST', `/api/v1${path}`, body)
    expect(answer.status).toBe(409)
    expect(JSON.stringify(answer.body)).not.toMatch(/ acme|[0-9a-f-]{36}.*[0-9a-f-]{36}/)
  }
})

describe('who is held to own records saves none out of their own sight', () => {
  test.each(['contacts', 'companies'])('%s', async table => {
    const caller = held.get('member')!
    const send = (method: string, path: string, body: object) => caller.request(method, `/api/v1/${table}${path}`, body)
    const { body: colleague } = await m.acme.owner.request('GET', '/api/v1/session')
    const foreign = { ownerId: colleague.member.id }
    const refused = { status: 422, body: { fields: [{ path: 'ownerId' }] } }
    const countAll = async () => (await m.acme.owner.request('GET', `/api/v1/${table}?total=true`)).body.total
    const before = await countAll()
    expect(await send('POST', '', { name: 'Out of sight', ...foreign })).toMatchObject(refused)
    const { body: many } = await send('POST', '/bulk', { items: [{ name: 'Unseen', ...foreign }, { name: 'Seen' }] })
    expect(many.items.map((result: any) => result.status)).toEqual(['failed', 'created'])
    expect(await countAll()).toEqual({ ...before, count: before.count + 1 })
    const [, { id }] = many.items
    for (const patch of [foreign, { ownerId: null }])
      expect(await send('PATCH', `/${id}`, patch)).toMatchObject(refused)
    expect((await send('PATCH', `/${id}`, { name: 'Seen still' })).status).toBe(200)
  })
})
