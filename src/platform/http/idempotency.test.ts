import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../testing/test-app.ts'
import type { ApiClient } from '../../testing/api-client.ts'
import { once } from './idempotency.ts'

const t = await aTestApp()
let acme: TestWorkspace
let key: string
let number = 0

beforeEach(async () => {
  acme = await t.aWorkspace()
  key = `key-${++number}`
})

const create = (client: ApiClient, name = 'Marta', idempotencyKey = key) =>
  client.request('POST', '/api/v1/contacts', { name }, { 'idempotency-key': idempotencyKey })
const never = async () => {
  throw new Error('ran again')
}
const count = async () => (await acme.owner.request('GET', '/api/v1/contacts?total=true')).body.total.count

describe('a call that is repeated with its Idempotency-Key', () => {
  test('gets the same answer and has one effect', async () => {
    const first = await create(acme.owner)
    const second = await create(acme.owner)
    expect(first.headers['idempotency-replayed']).toBeUndefined()
    expect(second).toMatchObject({ status: 201, body: first.body, headers: { 'idempotency-replayed': 'true' } })
    expect(await count()).toBe(1)
  })

  test('all at once has one effect: the others are told to wait, or get its answer', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(acme.owner)))
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([])
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id)).size).toBe(1)
    expect(await count()).toBe(1)
  })

  test('while the first is still running is a conflict', async () => {
    const [began, finished] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const running = once(acme.ctx(), key, 'POST /x {}', async () => {
      began.resolve()
      await finished.promise
      return { status: 201, body: '{}' }
    })
    await began.promise
    await expect(once(acme.ctx(), key, 'POST /x {}', never)).rejects.toMatchObject({ code: 'conflict' })
    finished.resolve()
    expect(await running).toMatchObject({ isReplay: false })
    expect(await once(acme.ctx(), key, 'POST /x {}', never)).toMatchObject({ isReplay: true, status: 201 })
  })

  test('with another body, or for another address, is refused', async () => {
    await create(acme.owner)
    expect((await create(acme.owner, 'Nora')).status).toBe(422)
    expect(
      (await acme.owner.request('POST', '/api/v1/companies', { name: 'Marta' }, { 'idempotency-key': key })).status,
    ).toBe(422)
    expect(await count()).toBe(1)
  })

  test('is tried again after a failure, which keeps nothing', async () => {
    const failing = once(acme.ctx(), key, 'POST /x {}', async ctx => {
      await ctx.db.insertInto('tags').values({ workspaceId: acme.id, id: acme.ownerId, name: 'x' }).execute()
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await t.app.db.selectFrom('tags').select('id').where('workspaceId', '=', acme.id).execute()).toEqual([])
    expect(await once(acme.ctx(), key, 'POST /x {}', async () => ({ status: 200, body: '1' }))).toMatchObject({
      isReplay: false,
      body: '1',
    })
  })

  test('is taken over when whoever ran the first was killed a minute ago', async () => {
    const requestHash = createHash('sha256').update('POST /x {}').digest()
    const { actor, workspaceId } = acme.ctx()
    await t.app.db
      .insertInto('idempotencyKeys')
      .values({ workspaceId, actorId: actor.id!, key, requestHash, claimedAt: t.clock.now() })
      .execute()
    await expect(once(acme.ctx(), key, 'POST /x {}', never)).rejects.toMatchObject({ code: 'conflict' })
    t.clock.advance(61_000)
    const late = once(acme.ctx(), key, 'POST /x {}', async () => ({ status: 200, body: '1' }))
    expect(await late).toMatchObject({ isReplay: false, body: '1' })
  })

  test('belongs to whoever sent it', async () => {
    const other = await acme.aMember('member')
    const beta = await t.aWorkspace()
    const ids = [await create(acme.owner), await create(other.client), await create(beta.owner)].map(
      ({ body }) => body.id,
    )
    expect(new Set(ids).size).toBe(3)
  })

  test('is refused when the key is endless', async () => {
    expect((await create(acme.owner, 'Marta', 'k'.repeat(201))).status).toBe(400)
  })
})
