import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { erasedHashes } from '../../../platform/erased-handles.ts'
import * as schema from './schema.ts'
import { t, acme, source, device, send, events, contacts, rejections, setUp } from './collect.fixture.ts'

setUp()

describe('what clients send', () => {
  test('an event is on the timeline of a visitor, who becomes the person that identifies', async () => {
    const anonymousId = device()
    const page = { messageId: 'm1', type: 'page', anonymousId, name: 'Home', properties: { url: 'https://x.example/' } }
    expect((await send('page', page)).json()).toEqual({ success: true })
    await send('track', { messageId: 'm2', event: 'Signed Up', anonymousId, properties: { plan: 'pro' } })
    await send('identify', {
      messageId: 'm3',
      userId: '7',
      anonymousId,
      traits: { email: 'jan@x.example', firstName: 'Jan' },
    })
    const [jan, ...others] = await contacts()
    expect(others).toEqual([])
    expect(jan).toMatchObject({ name: 'Jan', email: 'jan@x.example', source: 'web-shop', lifecycle: 'lead' })
    const timeline = (await acme.owner.request('GET', `/api/v1/contacts/${jan.id}/timeline`)).body.items
    expect(timeline.map((one: any) => one.kind)).toEqual(
      expect.arrayContaining(['contact.identified', 'product.tracked', 'page.viewed']),
    )
    expect(timeline.find((one: any) => one.kind === 'product.tracked')).toMatchObject({
      channel: 'web',
      data: { name: 'Signed Up', properties: { plan: 'pro' }, source: 'web-shop' },
    })
    await t.runJobs()
    const facts = (await acme.owner.request('GET', `/api/v1/contacts/${jan.id}`)).body.facts
    expect(facts.touchpoints).toBe(2)
  })

  test.each(['i', 't', 'p', 's', 'g', 'a'])('the short address /v1/%s', async short => {
    const body = { userId: 'u', anonymousId: 'a', event: 'E', groupId: 'g', previousId: 'p', messageId: short }
    expect((await send(short, body)).statusCode).toBe(200)
    expect((await events()).map(one => one.sourceKey)).toEqual([short])
  })

  test('a batch: one event that cannot be understood is kept with its reason, the others are taken', async () => {
    const batch = [
      { type: 'track', event: 'A', userId: 'u', messageId: '1' },
      { type: 'track', userId: 'u', messageId: '2' },
      { type: 'dance', userId: 'u' },
      { type: 'track', event: 'B', messageId: '3' },
      { type: 'track', event: 'C', userId: 'u', properties: { text: 'x'.repeat(33_000) } },
      'nonsense',
      null,
      { type: 'track', event: 'D\u0000 \ud800', userId: 'u', messageId: '4', properties: { 'a\u0000': '\udfff' } },
    ]
    expect((await send('batch', { batch })).statusCode).toBe(200)
    expect((await events()).map(one => one.sourceKey)).toEqual(['1', '4'])
    expect((await rejections()).sort()).toEqual([
      'A track needs the name of its event: event.',
      'An event is a JSON object.',
      'An event is a JSON object.',
      'An event needs a userId or an anonymousId.',
      'The event is larger than 32 KB.',
      '“dance” is not a type of event. Use track, identify, page, screen, group, alias.',
    ])
  })

  test('texts that are cut within a sign', async () => {
    const [title, name] = [`${'x'.repeat(1999)}😀`, `${'g'.repeat(199)}😀`]
    await send('page', { messageId: '1', anonymousId: device(), properties: { title } })
    await send('group', { messageId: '2', userId: 'u', groupId: 'g', traits: { name } })
    expect(await rejections()).toEqual([])
    expect((await events()).map(({ data }) => data)).toMatchObject([{ title: 'x'.repeat(1999) }, { traits: { name } }])
    const { items } = (await acme.owner.request('GET', '/api/v1/companies')).body
    expect(items).toMatchObject([{ name: 'g'.repeat(199) }])
  })

  test('a repeated message is taken once', async () => {
    const message = { messageId: 'same', event: 'A', userId: 'u' }
    await Promise.all([
      send('track', message),
      send('track', message),
      send('batch', { batch: [{ type: 'track', ...message }] }),
    ])
    expect(await events()).toHaveLength(1)
  })

  test('gzip, text/plain with the key in the body, and a beacon without a type', async () => {
    const plain = (messageId: string) => ({ messageId, event: 'A', userId: 'u', writeKey: source.writeKey })
    const answers = await Promise.all([
      send('t', gzipSync(JSON.stringify(plain('1'))), { 'content-encoding': 'gzip' }),
      send('t', JSON.stringify(plain('2')), { authorization: '', 'content-type': 'text/plain' }),
      send('t', JSON.stringify(plain('3')), { authorization: '', 'content-type': 'application/octet-stream' }),
    ])
    answers.push(await send('t', gzipSync(JSON.stringify(plain('4')))))
    expect(answers.map(answer => answer.statusCode)).toEqual([200, 200, 200, 200])
    expect(await events()).toHaveLength(4)
    expect(JSON.stringify(await events())).not.toContain(source.writeKey)
  })

  test('a client whose clock is wrong is put right, and nothing happens in the future', async () => {
    const now = t.clock.now().getTime()
    const at = (offset: number) => new Date(now + offset).toISOString()
    const hour = 3600_000
    await send('batch', {
      sentAt: at(-hour),
      batch: [{ type: 'track', event: 'Wrong clock', userId: 'u', messageId: '1', timestamp: at(-hour - 5000) }],
    })
    await send('batch', {
      sentAt: at(-2000),
      batch: [{ type: 'track', event: 'Right clock', userId: 'u', messageId: '2', timestamp: at(-10_000) }],
    })
    await send('track', { event: 'Future', userId: 'u', messageId: '3', timestamp: at(hour) })
    expect((await events()).map(one => one.occurredAt.getTime() - now)).toEqual([-5000, -10_000, 0])
  })

  test('an alias joins what a visitor did to the person, whichever comes first', async () => {
    const [one, two] = [device(), device()]
    await send('track', { event: 'A', anonymousId: one })
    await send('alias', { previousId: one, userId: 'u1' })
    await send('alias', { previousId: two, userId: 'u2' })
    await send('track', { event: 'A', anonymousId: two })
    expect(await contacts()).toHaveLength(2)
  })

  test('a group is the company of the person; an identify may name one', async () => {
    await send('group', {
      userId: 'u1',
      groupId: 'g-1',
      traits: { name: 'Initech', domain: 'initech.example', employees: 12 },
    })
    await send('identify', { userId: 'u2', traits: { email: 'b@x.example', company: { name: 'initech' } } })
    await send('group', { userId: 'u3', groupId: 'g-1' })
    const companies = (await acme.owner.request('GET', '/api/v1/companies')).body.items
    expect(companies).toMatchObject([{ name: 'Initech', domain: 'initech.example', employees: 12 }])
    expect((await contacts()).map(one => one.companyId)).toEqual(Array(3).fill(companies[0].id))
  })
})

test('what happened before a person was erased is left out and revives nobody; whoever comes again is somebody new', async () => {
  const erasedAt = new Date(t.clock.now().getTime() - 3600_000)
  const handles = [
    { kind: 'external', normal: 'user:gone' },
    { kind: 'email', normal: 'gone@x.example' },
  ]
  await t.app.db
    .insertInto('erasedHandles')
    .values(
      handles.map(handle => ({
        workspaceId: acme.id,
        hash: erasedHashes({ app: t.app, workspaceId: acme.id }, [handle])[0]!,
        erasureId: crypto.randomUUID(),
        erasedAt,
      })),
    )
    .execute()
  const late = new Date(erasedAt.getTime() - 1000).toISOString()
  await send('batch', {
    batch: [
      { type: 'track', event: 'A', userId: 'gone', messageId: 'late', timestamp: late },
      { type: 'identify', userId: 'other', traits: { email: 'Gone@x.example' }, messageId: 'late 2', timestamp: late },
      { type: 'track', event: 'A', userId: 'stays', messageId: 'stays', timestamp: late },
    ],
  })
  expect((await events()).map(one => one.sourceKey)).toEqual(['stays'])
  expect((await contacts()).map(one => one.name)).toEqual(['stays'])
  await send('track', { event: 'Again', userId: 'gone', messageId: 'again' })
  await send('track', { event: 'A', userId: 'gone', messageId: 'late 3', timestamp: late })
  expect((await events()).map(one => one.sourceKey)).toEqual(['stays', 'again'])
})

test('the debugger shows the last events of a source with whom they were of', async () => {
  await send('identify', { userId: 'u', traits: { name: 'Jan Novák' } })
  await send('track', { event: 'A', userId: 'u' })
  const { items } = await acme.owner.call(schema.listRecent, { params: { id: source.id } })
  expect(items.map(one => [one.kind, one.contactName])).toEqual([
    ['product.tracked', 'Jan Novák'],
    ['contact.identified', 'Jan Novák'],
  ])
  const [listed] = (await acme.owner.call(schema.listSources, {})).items
  expect(listed!.lastEventAt).not.toBeNull()
})
