import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { textIn } from '../../../platform/languages.ts'
import { contactEndpoints } from '../contacts/schema.ts'
import { changeProfile } from '../../workspace/sign-in/schema.ts'
import * as schema from './schema.ts'
import { t, acme, aContact, aPair, pairs, ids, twoPairs, setUp } from './identity.fixture.ts'

setUp()

describe('the queue', () => {
  test('shows both sides and says in plain words why, the most probable first', async () => {
    const { strong, weak, marta } = await twoPairs()
    const [first, second] = await pairs()
    expect([first!.id, second!.id]).toEqual([strong, weak])
    expect(first).toMatchObject({
      probability: 0.97,
      a: {
        id: marta,
        name: 'Marta Nová',
        email: 'marta@example.com',
        source: 'shop',
        touchpoints: 0,
        handles: [{ kind: 'email' }],
      },
      b: { name: 'M. Nova', phone: '+420777123456' },
      related: 0,
      evidence: [
        {
          field: 'birthday',
          label: 'Birthday',
          words: 'Same birthday: 12 May 1980',
          strength: 'speaks strongly for one person',
          weight: 9.2,
        },
      ],
    })
    await acme.owner.call(changeProfile, { body: { locale: 'cs' } })
    const [czech] = await pairs()
    await acme.owner.call(changeProfile, { body: { locale: null } })
    expect(czech!.evidence[0]).toMatchObject({
      words: 'Datum narození se shoduje: 12. května 1980',
      strength: 'mluví silně pro jednu osobu',
    })
  })

  test('writes values as the contact has them, not as they are compared', async () => {
    const [one, other] = [
      await aContact({ firstName: 'Čeněk', lastName: 'Říha' }),
      await aContact({ firstName: 'Cenek', lastName: 'Riha' }),
    ]
    await aPair(one, other, { evidence: [{ field: 'firstName', level: 'same', weight: 7, a: 'cenek', b: 'cenek' }] })
    expect((await pairs())[0]!.evidence[0]!.words).toBe('Same first name: Čeněk / Cenek')
  })

  test('is filtered by probability, status, assignee, source, contact and text, and paged by key', async () => {
    const { strong, weak, jan } = await twoPairs()
    expect(await ids({ 'filter[probability][gte]': 0.9 })).toEqual([strong])
    expect(await ids({ 'filter[probability][lt]': 0.97 })).toEqual([weak])
    expect(await ids({ 'filter[source]': 'shop' })).toEqual([strong])
    expect(await ids({ 'filter[contactId]': jan })).toEqual([weak])
    expect(await ids({ q: 'cerny' })).toEqual([weak])
    expect(await ids({ q: 'marta@example' })).toEqual([strong])
    await acme.owner.call(schema.changeCandidate, {
      params: { id: weak },
      body: { isLater: true, assigneeId: acme.ownerId },
    })
    expect(await ids({ 'filter[status]': 'open' })).toEqual([strong])
    expect(await ids({ 'filter[status]': 'later' })).toEqual([weak])
    expect(await ids({ 'filter[status]': 'assigned', 'filter[assigneeId]': 'me' })).toEqual([weak])
    const first = await acme.owner.call(schema.listCandidates, { query: { limit: 1, total: true } })
    expect([first.items[0]!.id, first.total!.count]).toEqual([strong, 2])
    expect(await ids({ limit: 1, cursor: first.nextCursor })).toEqual([weak])
    expect((await acme.owner.try(schema.listCandidates, { query: { 'filter[status]': 'lost' } })).status).toBe(400)
  })

  test('leaves out pairs of contacts in the bin', async () => {
    const { weak, marta } = await twoPairs()
    await acme.owner.call(contactEndpoints.delete, { params: { id: marta } })
    expect(await ids()).toEqual([weak])
  })

  test('whoever is assigned is told once', async () => {
    const { strong } = await twoPairs()
    const jana = await acme.aMember('manager', 'Jana')
    for (const isLater of [true, false])
      await acme.owner.call(schema.changeCandidate, { params: { id: strong }, body: { assigneeId: jana.id, isLater } })
    const told = await t.app.db
      .selectFrom('notifications')
      .select(['title', 'link'])
      .where('workspaceId', '=', acme.id)
      .where('memberId', '=', jana.id)
      .execute()
    expect(told.map(row => ({ ...row, title: textIn(row.title, 'en') }))).toEqual([
      { title: 'Olga Owner asks you: are Marta Nová and M. Nova one person?', link: `/identity?pair=${strong}` },
    ])
    const stranger = await acme.owner.try(schema.changeCandidate, {
      params: { id: strong },
      body: { assigneeId: newId() },
    })
    expect([stranger.status, stranger.body.fields[0].path]).toEqual([422, 'assigneeId'])
  })

  test('pairs that hang together are one group', async () => {
    const [a, b, c, d, e] = [
      await aContact({ name: 'A' }),
      await aContact({ name: 'B' }),
      await aContact({ name: 'C' }),
      await aContact({ name: 'D' }),
      await aContact({ name: 'E' }),
    ]
    await aPair(a, b, { probability: 0.8 })
    const top = await aPair(b, c, { probability: 0.95 })
    await aPair(d, e, { probability: 0.99 })
    const { items, nextCursor } = await acme.owner.call(schema.listGroups, {})
    expect(nextCursor).toBeNull()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ id: top, probability: 0.95, weakest: 0.8 })
    expect(items[0]!.contacts.map(contact => contact.name).toSorted()).toEqual(['A', 'B', 'C'])
    expect(items[0]!.pairs).toHaveLength(2)
  })
})
