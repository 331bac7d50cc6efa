import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, endpoints, makeMatrix, named, send, type Matrix } from '../tenant-matrix/matrix.ts'
import { shapeOf } from '../tenant-matrix/requests.ts'

/** Cursors that no list gave, sent to each list, sorted by whatever it can be. An export has no pages. */
let m: Matrix

beforeAll(async () => {
  m = await makeMatrix()
})
afterAll(() => m.t.close())

const lists = endpoints.filter(({ query, produces }) => !produces && 'cursor' in (shapeOf(query)?.properties ?? {}))
const id = '0190f2d4-5a3e-7c4d-8b1f-2a6c9e7d1b3a'
const wrong = [[5], { a: 1 }, [[['x']]], 'a\u0000b', '\ud800', { '\u0000': 1 }]

const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

test.each(named(lists))('%s', async (_, endpoint) => {
  const asked = async (query: Record<string, string>) => {
    const { status, body } = await send(m.acme.owner, endpoint, addressOf(endpoint, m.own, query))
    return { status, fields: (body.fields ?? []) as { path: string; message: string }[] }
  }
  const { fields } = await asked({ sort: 'nothing' })
  const sorts = /^Sort by one of (.*);/
    .exec(fields.find(({ path }) => path === 'sort')?.message ?? '')?.[1]
    ?.split(', ')
  const plain = ['x', '-1', '99999999999999', '1e3', '2026-01-01T00:00:00.000000Z_x', cursorOf(0.5, 'x')]
  for (const cursor of plain) expect([cursor, (await asked({ cursor })).status < 500]).toEqual([cursor, true])
  for (const sort of sorts ?? []) {
    for (const value of [...wrong, 5, true, 'x', '', null, 1e300, '0x10', '1e400']) {
      const { status, fields } = await asked({ sort, cursor: cursorOf(sort, value, id) })
      const said = [sort, value, status, fields.map(({ path }) => path)]
      if (status !== 200) expect(said).toEqual([sort, value, 400, ['cursor']])
      const isOfAnyType = sort.startsWith('fields.')
      if (!isOfAnyType && wrong.includes(value as never)) expect(said).toEqual([sort, value, 400, ['cursor']])
    }
  }
})
