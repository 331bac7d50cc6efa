import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf, endpoints, makeMatrix, named, send, type Matrix } from '../tenant-matrix/matrix.ts'
import { bodyOf, shapeOf, withValue } from '../tenant-matrix/requests.ts'
import { placesOf } from './nonsense.ts'

/** Bodies that no endpoint takes, sent to each that takes one (attack 39). */
let m: Matrix

beforeAll(async () => {
  m = await makeMatrix()
})
afterAll(() => m.t.close())

const takers = endpoints.filter(({ body }) => body)

describe('a NUL or half a character is refused by name', () => {
  test.each(named(takers))('%s', async (_, endpoint) => {
    for (const { path, shape } of placesOf(shapeOf(endpoint.body)!)) {
      if (shape.type !== 'string') continue
      for (const text of ['a\0b', 'a\ud800b']) {
        const body = withValue(bodyOf(endpoint, m.own), path, text)
        const answer = await send(m.acme.owner, endpoint, addressOf(endpoint, m.own), body)
        const named = (answer.body.fields ?? []).map((field: { path: string }) => field.path)
        expect([answer.status, named]).toEqual([400, [path.join('.')]])
      }
    }
  })
})

describe('signs that nobody sees are as good as none', () => {
  test.each(named(takers))('%s', (_, endpoint) => {
    const texts = placesOf(shapeOf(endpoint.body)!).filter(({ path, shape }) => {
      return shape.type === 'string' && path.at(-1) !== 'password'
    })
    const isTaken = (path: string[], text: string) =>
      endpoint.body!.safeParse(withValue(bodyOf(endpoint, m.own), path, text)).success
    const differ = texts.filter(({ path }) => isTaken(path, '\u200b\ufeff\u2060') !== isTaken(path, ''))
    expect(differ.map(({ path }) => path.join('.'))).toEqual([])
  })
})

test('a code that is no currency is refused wherever there is one', () => {
  const places = takers.flatMap(endpoint =>
    placesOf(shapeOf(endpoint.body)!).flatMap(({ path, shape }) =>
      shape.pattern === '^[A-Z]{3}$' ? [{ endpoint, path }] : [],
    ),
  )
  const isRefused = ({ endpoint, path }: (typeof places)[number], code: string) => {
    const { error } = endpoint.body!.safeParse(withValue(bodyOf(endpoint, m.own), path, code))
    return error?.issues.some(({ message }) => message.includes('noCurrency')) ?? false
  }
  expect(places.length).toBeGreaterThan(5)
  for (const place of places) expect([isRefused(place, 'EUR'), isRefused(place, 'ZZZ')]).toEqual([false, true])
})

const deep = (depth: number) => '{"name":'.repeat(depth) + '1' + '}'.repeat(depth)
const bodies: [string, string | Buffer, string?][] = [
  ['__proto__', '{"__proto__": {"role": "owner"}}'],
  ['constructor', '{"constructor": {"prototype": {"role": "owner"}}}'],
  ['10,000 deep', deep(10_000)],
  ['lists 10,000 deep', '['.repeat(10_000) + ']'.repeat(10_000)],
  ['fields 10,000 deep', `{"fields":${deep(10_000)}}`],
  ['cut off', '{"name":'],
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '1e999'],
  ['not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ['a form', 'name=New', 'application/x-www-form-urlencoded'],
  ['XML', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', 'application/xml'],
  ['plain text', '{}', 'text/plain'],
  ['10 MB', `{"name":"${'x'.repeat(10 * 1024 * 1024)}"}`],
]

describe('is no body', () => {
  test.each(named(takers))('%s', async (_, endpoint) => {
    const url = addressOf(endpoint, m.own)
    for (const [name, body, type = 'application/json'] of bodies) {
      const answer = await m.acme.owner.request(endpoint.method, url, body, { 'content-type': type })
      const expected = name === '10 MB' ? [413, 'too-large'] : [400, 'invalid']
      expect([name, answer.status, answer.body.code]).toEqual([name, ...expected])
    }
    expect(({} as Record<string, unknown>)['role']).toBeUndefined()
  })
})
