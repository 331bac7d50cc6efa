import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Endpoint } from '../../kernel/endpoint.ts'
import { hasFields } from '../../slices/customers/fields/fielded.ts'
import { fieldTypes } from '../../slices/customers/fields/schema.ts'
import { records } from '../compose.ts'
import { addressOf, endpoints, makeMatrix, named, send, type Matrix } from '../tenant-matrix/matrix.ts'
import { bodyOf, shapeOf, withValue } from '../tenant-matrix/requests.ts'
import { columnsOf, dates, edgesOf, listQueries, nonsense, placesOf, texts } from './nonsense.ts'

/** Whatever is sent, an endpoint does it or says what is wrong with it, and never answers 500 (attacks 39, 40). */
let m: Matrix
const types = [...fieldTypes, ...records.flatMap(({ name, reference }) => (reference ? [name] : []))]
const customKeys = [...types, 'unknown']
const customColumns = customKeys.map(key => `fields.${key}`)
/** Lists are filtered by these, but do not show them. */
const unseen = ['birthday', 'isDone', 'lastActiveAt']

beforeAll(async () => {
  m = await makeMatrix()
  for (const { name: object } of records.filter(hasFields)) {
    for (const type of types) {
      const options = type.startsWith('choice') ? { options: ['a', 'b'] } : {}
      await m.acme.owner.request('POST', '/api/v1/fields', { object, type, label: type, ...options })
    }
  }
})
afterAll(() => m.t.close())

/** Those that take away what the others work on come last. */
const inOrder = [...endpoints].sort((a, b) => destruction(a) - destruction(b))

function destruction({ method, path }: Endpoint): number {
  if (path.includes('restoration')) return 2
  return method === 'DELETE' || path.includes('deletion') ? 1 : 0
}

interface Change {
  path: string[]
  value: unknown
}

/** One place of a body with something else in it, mostly of its own type. */
function changesOf(endpoint: Endpoint): fc.Arbitrary<Change | null> {
  const shape = shapeOf(endpoint.body)
  if (!shape) return fc.constant(null)
  const whole = fc.record({ path: fc.constant<string[]>([]), value: nonsense })
  const places = placesOf(shape).map(({ path, shape: own }) => {
    const value = fc.oneof({ weight: 4, arbitrary: edgesOf(own) }, { weight: 1, arbitrary: nonsense })
    if (path.at(-1) !== 'fields') return fc.record({ path: fc.constant(path), value })
    return fc.record({ path: fc.constantFrom(...customKeys).map(key => [...path, key]), value: nonsense })
  })
  return fc.oneof(whole, ...places)
}

test.each(named(inOrder))('%s', { timeout: 60_000 }, async (_, endpoint) => {
  const changes = changesOf(endpoint)
  const columns = [...columnsOf(shapeOf(endpoint.response)), ...unseen, ...customColumns]
  const queries = listQueries(shapeOf(endpoint.query), columns)
  const places = placesOf(shapeOf(endpoint.body) ?? {}).length
  // Hashing a password takes long on purpose.
  const runs = endpoint.holdsSecret ? 8 : 5 + 3 * places + (endpoint.query ? 30 : 0)
  await fc.assert(
    fc.asyncProperty(queries, changes, async (query, change) => {
      const body =
        change?.path.length === 0
          ? change.value
          : change
            ? withValue(bodyOf(endpoint, m.own), change.path, change.value)
            : undefined
      const caller = endpoint.access === 'session' ? (await m.acme.aMember('member')).client : m.acme.owner
      const answer = await send(caller, endpoint, addressOf(endpoint, m.own, query), body)
      if (answer.status >= 500) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`)
      if (answer.status >= 400) expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    }),
    { seed: 20260302, numRuns: runs },
  )
})

test('records and secrets in addresses', async () => {
  const names = [
    'x'.repeat(600),
    '%00',
    '%',
    '%ud800',
    '..%2f..%2f',
    '%ff',
    "'",
    '{}',
    '-1',
    '😀',
    m.own['contacts']!.toUpperCase(),
  ]
  for (const endpoint of endpoints.filter(({ path }) => path.includes('{'))) {
    for (const name of names) {
      const url = `/api/v1${endpoint.path.replaceAll(/\{\w+\}/g, name)}`
      const answer = await send(m.acme.owner, endpoint, url, bodyOf(endpoint, m.own))
      expect([url, answer.status < 500]).toEqual([url, true])
      if (answer.status >= 400)
        expect([url, answer.headers['content-type']]).toEqual([
          url,
          expect.stringMatching(/^application\/problem\+json/),
        ])
    }
  }
})

test('filters of every type of column', { timeout: 60_000 }, async () => {
  const columns = ['name', 'orders', 'createdAt', 'ownerId', 'tagIds', 'lifecycle', ...customColumns]
  const endpoint = endpoints.find(({ method, path }) => method === 'GET' && path === '/contacts')!
  for (const column of columns) {
    for (const operator of ['gte', 'in', 'contains']) {
      for (const text of [...texts, ...dates]) {
        const url = addressOf(endpoint, m.own, { [`filter[${column}][${operator}]`]: text })
        const { status } = await send(m.acme.owner, endpoint, url)
        if (status >= 500) throw new Error(`filter[${column}][${operator}]=${text}`)
      }
    }
  }
})
