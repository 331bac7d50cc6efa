import { beforeEach, expect, test } from 'vitest'
import type { LiveMessage } from '../../../platform/events/live-hub.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { notify } from './public.ts'
import * as schema from './schema.ts'

const t = await aTestApp()
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const about = (memberId: string, n: number) => ({
  memberId,
  kind: 'note.mention',
  title: `Mention ${n}`,
  link: `/contacts/${n}`,
  sourceKey: `note ${n}`,
})

test('are listed newest first, counted, and marked read one by one or all', async () => {
  for (const n of [1, 2, 3]) {
    t.clock.advance(1000)
    await notify(acme.ctx(), [about(acme.ownerId, n)])
  }
  const { items } = await acme.owner.call(schema.listNotifications, {})
  expect(items.map(item => item.title)).toEqual(['Mention 3', 'Mention 2', 'Mention 1'])
  expect(await acme.owner.call(schema.countNotifications, {})).toEqual({ unread: 3 })
  expect(await acme.owner.call(schema.readNotifications, { body: { ids: [items[0]!.id] } })).toEqual({ count: 1 })
  expect(
    (await acme.owner.call(schema.listNotifications, { query: { 'filter[readAt][empty]': 'true' } })).items,
  ).toHaveLength(2)
  expect(await acme.owner.call(schema.readNotifications, { body: {} })).toEqual({ count: 2 })
  expect(await acme.owner.call(schema.countNotifications, {})).toEqual({ unread: 0 })
})

test('come once for one cause', async () => {
  await notify(acme.ctx(), [about(acme.ownerId, 1), about(acme.ownerId, 1)])
  await notify(acme.ctx(), [about(acme.ownerId, 1)])
  expect((await acme.owner.call(schema.listNotifications, {})).items).toHaveLength(1)
})

test('are nobody else’s, whatever the ids', async () => {
  const anna = await acme.aMember('admin')
  await notify(acme.ctx(), [about(acme.ownerId, 1)])
  const [mine] = (await acme.owner.call(schema.listNotifications, {})).items
  expect((await anna.client.call(schema.listNotifications, {})).items).toEqual([])
  expect(await anna.client.call(schema.readNotifications, { body: { ids: [mine!.id] } })).toEqual({ count: 0 })
  expect(await acme.owner.call(schema.countNotifications, {})).toEqual({ unread: 1 })
})

test('reach open screens when the transaction commits', async () => {
  const heard: LiveMessage[] = []
  const stop = t.app.live.subscribe(acme.id, message => heard.push(message))
  await notify(acme.ctx(), [about(acme.ownerId, 1)])
  await expect
    .poll(() => heard, { timeout: 2000 })
    .toMatchObject([{ kinds: ['notification.created'], ids: [acme.ownerId] }])
  stop()
})
