import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, endpoints, makeMatrix, named, type Matrix } from '../tenant-matrix/matrix.ts'

/** Multipart bodies that break off, or say nowhere where their parts end, sent to each that takes a file. */
let m: Matrix

beforeAll(async () => {
  m = await makeMatrix()
})
afterAll(() => m.t.close())

const takers = endpoints.filter(({ consumes }) => consumes === 'multipart/form-data')
const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
const bodies: [string, string][] = [
  ['abc', ''],
  ['abc', '; boundary='],
  ['abc', '; boundary=x'],
  ['abc', `; boundary=${'x'.repeat(300)}`],
  [head, '; boundary=x'],
  [`${head}name,email\r\nJana`, '; boundary=x'],
]

test.each(named(takers))('%s', async (_, endpoint) => {
  const caller = endpoint.access === 'session' ? (await m.acme.aMember('member')).client : m.acme.owner
  for (const [body, boundary] of bodies) {
    const type = `multipart/form-data${boundary}`
    const answer = await caller.request(endpoint.method, addressOf(endpoint, m.own), body, { 'content-type': type })
    expect([body, type, answer.status, answer.body.code]).toEqual([body, type, 400, 'invalid'])
  }
})

test('nothing is left of them', async () => {
  const { rows } = await sql`select id from files where workspace_id = ${m.acme.id} and name = 'a.csv'`.execute(
    m.t.app.db,
  )
  expect(rows).toEqual([])
})
