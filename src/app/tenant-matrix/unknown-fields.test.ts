import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf, contentOf, endpoints, inWorkspace, makeMatrix, named, send, type Matrix } from './matrix.ts'
import { bodyOf, shapeOf } from './requests.ts'

/** What an endpoint does not declare is refused: extra properties of bodies, filters, sorts and parameters (attacks 8, 9, 40). */
let m: Matrix

beforeAll(async () => {
  m = await makeMatrix()
})
afterAll(() => m.t.close())

describe('in bodies', () => {
  test.each(named(endpoints.filter(({ body }) => body)))('%s', async (_, endpoint) => {
    const before = await contentOf(m)
    const shape = shapeOf(endpoint.body)!
    const extras = {
      role: 'owner',
      workspaceId: m.beta.id,
      createdBy: m.foreign['members'],
      isDemo: true,
      id: m.foreign['contacts'],
    }
    for (const [key, value] of Object.entries(extras)) {
      if (shape.properties && key in shape.properties) continue
      const body = { ...bodyOf(endpoint, m.own), [key]: value }
      const answer = await send(m.acme.owner, endpoint, addressOf(endpoint, m.own), body)
      expect([key, answer.status, answer.body.fields?.some((field: { path: string }) => field.path === key)]).toEqual([
        key,
        400,
        true,
      ])
    }
    for (const [property, { items }] of Object.entries(shape.properties ?? {})) {
      if (!items?.properties || 'workspaceId' in items.properties) continue
      const body = { ...bodyOf(endpoint, m.own), [property]: [{ workspaceId: m.beta.id }] }
      const answer = await send(m.acme.owner, endpoint, addressOf(endpoint, m.own), body)
      expect([property, answer.status]).toEqual([property, 400])
      expect(answer.body.fields.map((field: { path: string }) => field.path)).toContain(`${property}.0.workspaceId`)
    }
    expect(await contentOf(m)).toEqual(before)
  })
})

describe('in queries', () => {
  const asks = [
    'filter[passwordHash]=1',
    'filter[workspaceId]=1',
    'filter[__proto__]=1',
    'filter[constructor]=1',
    'filter[name;drop table contacts]=1',
    "filter[fields.x' or '1'='1]=1",
    'filter[name][or]=1',
    'filter[name',
    'sort=passwordHash',
    'sort=name;drop',
    'sort=constructor',
    'sort=-__proto__',
    'surprise=1',
  ]
  const lists = inWorkspace.filter(
    ({ method, query }) => method === 'GET' && 'cursor' in (shapeOf(query)?.properties ?? {}),
  )
  test.each(named(lists))('%s', async (_, endpoint) => {
    for (const ask of asks) {
      const answer = await send(m.acme.owner, endpoint, `${addressOf(endpoint, m.own)}?${encodeURI(ask)}`)
      expect([ask, answer.status, answer.body.code]).toEqual([ask, 400, 'invalid'])
    }
  })
})
