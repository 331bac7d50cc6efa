import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import * as schema from './schema.ts'

export let t: TestApp
export let acme: TestWorkspace
export let source: schema.Source

export function setUp(): void {
  beforeAll(async () => {
    t = await createTestApp()
  })
  afterAll(() => t.close())
  beforeEach(async () => {
    acme = await t.aWorkspace()
    source = await acme.owner.call(schema.createSource, { body: { name: 'Web shop' } })
  })
}

export const browser =
  'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
export const device = () => crypto.randomUUID()
export const basic = (key = source.writeKey) => `Basic ${btoa(`${key}:`)}`
export function send(path: string, body: unknown, headers: Record<string, string> = {}) {
  return t.server.inject({
    method: 'POST',
    url: `/v1/${path}`,
    headers: { authorization: basic(), 'content-type': 'application/json', 'user-agent': browser, ...headers },
    payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  })
}
/** The source's key is replaced. */
export async function rotateKey(): Promise<void> {
  source = await acme.owner.call(schema.rotateKey, { params: { id: source.id } })
}
export const events = () =>
  t.app.db
    .selectFrom('events')
    .select(['kind', 'contactId', 'channel', 'sourceKey', 'data', 'occurredAt'])
    .where('workspaceId', '=', acme.id)
    .where('sourceKey', 'is not', null)
    .orderBy('id')
    .execute()
export const contacts = async () => (await acme.owner.request('GET', '/api/v1/contacts?limit=50')).body.items as any[]
export const rejections = async () =>
  (await acme.owner.call(schema.listRejections, { params: { id: source.id }, query: {} })).items.map(one => one.reason)
