import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { getContact } from '../contacts/schema.ts'
import { setRecordRules } from '../../workspace/roles/schema.ts'
import * as schema from './schema.ts'
import { t, acme, aContact, birthday, aPair, pairs, ids, twoPairs, setUp } from './identity.fixture.ts'

setUp()

describe('a decision', () => {
  const decide = (body: schema.DecisionInput, client = acme.owner) => client.call(schema.decide, { body })

  test('“the same” merges with the evidence; taken back, both are as before and wait again', async () => {
    const { strong, weak, marta, m } = await twoPairs()
    const before = [
      await acme.owner.call(getContact, { params: { id: marta } }),
      await acme.owner.call(getContact, { params: { id: m } }),
    ]
    const { items, survivorId } = await decide({ candidateId: strong, verdict: 'same', survivorId: marta })
    expect(survivorId).toBe(marta)
    expect(items).toMatchObject([{ verdict: 'same', survivorId: marta, probability: 0.97, memberName: 'Olga Owner' }])
    expect(await ids()).toEqual([weak])
    expect((await acme.owner.call(getContact, { params: { id: m } })).id).toBe(marta)
    const merges = await t.app.db
      .selectFrom('merges')
      .select(['how', 'evidence'])
      .where('workspaceId', '=', acme.id)
      .execute()
    expect(merges).toMatchObject([
      { how: 'person', evidence: { probability: 0.97, fields: [{ field: 'birthday', weight: 9.2, a: null }] } },
    ])

    await acme.owner.call(schema.takeBackDecision, { params: { id: items[0]!.id } })
    await t.runJobs()
    const after = [
      await acme.owner.call(getContact, { params: { id: marta } }),
      await acme.owner.call(getContact, { params: { id: m } }),
    ]
    const plain = (contact: object) => ({ ...contact, version: 0 })
    expect(after.map(plain)).toEqual(before.map(plain))
    expect((await ids()).slice(0, 1)).toEqual([strong])
    expect((await acme.owner.call(schema.listDecisions, {})).items).toEqual([])
  })

  test('“different” is remembered and takes the pair away; taken back, it returns with its score', async () => {
    const { strong, weak } = await twoPairs()
    const { items } = await decide({ candidateId: strong, verdict: 'different' })
    expect(await ids()).toEqual([weak])
    expect(items).toMatchObject([{ verdict: 'different', survivorId: null, mergeId: null }])
    await acme.owner.call(schema.takeBackDecision, { params: { id: items[0]!.id } })
    expect(await pairs({ 'filter[probability][gte]': 0.9 })).toMatchObject([
      { probability: 0.97, evidence: [birthday] },
    ])
  })

  test('of a group joins all with one survivor, each to be taken back alone', async () => {
    const [a, b, c] = [
      await aContact({ name: 'Ada Long', email: 'ada@example.com' }),
      await aContact({ name: 'Ada L.' }),
      await aContact({ name: 'A. Long' }),
    ]
    await aPair(a, b)
    await aPair(b, c)
    const { items, survivorId } = await decide({ contactIds: [a, b, c], verdict: 'same' })
    expect([survivorId, items.length]).toEqual([a, 2])
    expect((await acme.owner.call(getContact, { params: { id: a } })).mergedIds.toSorted()).toEqual([b, c].toSorted())
    const ofC = items.find(item => [item.a.id, item.b.id].includes(c))!
    await acme.owner.call(schema.takeBackDecision, { params: { id: ofC.id } })
    expect((await acme.owner.call(getContact, { params: { id: a } })).mergedIds).toEqual([b])
    expect((await acme.owner.call(getContact, { params: { id: c } })).id).toBe(c)
  })

  test('“different” stands against joining by way of a third, until it is taken back', async () => {
    const [a, b, c] = [await aContact({ name: 'A' }), await aContact({ name: 'B' }), await aContact({ name: 'C' })]
    const { items } = await decide({ contactIds: [a, c], verdict: 'different' })
    await decide({ contactIds: [a, b], verdict: 'same' })
    const refused = await acme.owner.try(schema.decide, { body: { contactIds: [b, c], verdict: 'same' } })
    expect([refused.status, refused.body.message ?? refused.body.detail]).toEqual([
      409,
      expect.stringContaining('A and C are not the same person'),
    ])
    expect((await acme.owner.call(getContact, { params: { id: c } })).id).toBe(c)
    await acme.owner.call(schema.takeBackDecision, { params: { id: items[0]!.id } })
    await decide({ contactIds: [b, c], verdict: 'same' })
    expect((await acme.owner.call(getContact, { params: { id: a } })).mergedIds).toHaveLength(2)
  })

  test('the last word on a pair counts', async () => {
    const [a, b] = [await aContact({ name: 'A' }), await aContact({ name: 'B' })]
    await decide({ contactIds: [a, b], verdict: 'different' })
    await decide({ contactIds: [b, a], verdict: 'same' })
    expect((await acme.owner.call(schema.listDecisions, {})).items).toMatchObject([{ verdict: 'same' }])
    const again = await acme.owner.try(schema.decide, { body: { contactIds: [a, b], verdict: 'same' } })
    expect(again.status).toBe(409)
  })

  test.each([
    ['neither a pair nor contacts', { verdict: 'same' }, 400],
    ['one contact that is not there', { contactIds: [newId()], verdict: 'same' }, 404],
    ['contacts that are not there', { contactIds: [newId(), newId()], verdict: 'same' }, 404],
    ['a pair that is not there', { candidateId: newId(), verdict: 'different' }, 404],
  ] as const)('on %s is refused', async (_, body, status) => {
    expect((await acme.owner.try(schema.decide, { body: body as schema.DecisionInput })).status).toBe(status)
  })
})

describe('rights', () => {
  test('members see nothing; managers decide; admins run', async () => {
    const [member, manager] = [await acme.aMember('member'), await acme.aMember('manager')]
    const { strong } = await twoPairs()
    expect((await member.client.try(schema.listCandidates, {})).status).toBe(403)
    expect(
      (await manager.client.try(schema.decide, { body: { candidateId: strong, verdict: 'different' } })).status,
    ).toBe(201)
    expect((await manager.client.try(schema.startRun, {})).status).toBe(403)
  })

  test('the record rule hides pairs of which one is not the member’s, and refuses to decide them', async () => {
    const manager = await acme.aMember('manager')
    await acme.owner.call(setRecordRules, { body: { member: 'team', manager: 'team' } })
    const own = await aContact({ name: 'Own', ownerId: manager.id })
    const [also, foreign] = [
      await aContact({ name: 'Also own', ownerId: manager.id }),
      await aContact({ name: 'Foreign' }),
    ]
    const seen = await aPair(own, also)
    const hidden = await aPair(own, foreign)
    expect(await ids({}, manager.client)).toEqual([seen])
    expect((await manager.client.try(schema.getCandidate, { params: { id: hidden } })).status).toBe(404)
    for (const body of [{ candidateId: hidden }, { contactIds: [own, foreign] }])
      expect((await manager.client.try(schema.decide, { body: { ...body, verdict: 'same' } })).status).toBe(404)
    expect((await acme.owner.call(getContact, { params: { id: foreign } })).id).toBe(foreign)
  })

  test('nothing of another workspace is seen or decided', async () => {
    const beta = await t.aWorkspace()
    const [x, y] = [await aContact({ name: 'X' }, beta), await aContact({ name: 'Y' }, beta)]
    const foreign = await aPair(x, y, { of: beta })
    expect(await ids()).toEqual([])
    for (const body of [{ candidateId: foreign }, { contactIds: [x, y] }])
      expect((await acme.owner.try(schema.decide, { body: { ...body, verdict: 'same' } })).status).toBe(404)
    expect(await ids({}, beta.owner)).toEqual([foreign])
  })
})

describe('thresholds', () => {
  test('are kept; joining alone starts at .99 and is off', async () => {
    expect(await acme.owner.call(schema.getSettings, {})).toMatchObject({ autoThreshold: 0.99, isAutomatic: false })
    const wanted = { reviewThreshold: 0.7, autoThreshold: 0.995, isAutomatic: true }
    expect(await acme.owner.call(schema.setSettings, { body: wanted })).toEqual(wanted)
    expect(await acme.owner.call(schema.getSettings, {})).toEqual(wanted)
    expect((await acme.owner.try(schema.setSettings, { body: { ...wanted, autoThreshold: 0.98 } })).status).toBe(400)
  })

  test('come with how many pairs they take in and how many of them are right, as expected and as decided', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, (_, at) => aContact({ name: `P${at}` })))
    await aPair(people[0]!, people[1]!, { probability: 0.999 })
    await aPair(people[2]!, people[3]!, { probability: 0.9 })
    const same = await aPair(people[4]!, people[5]!, { probability: 0.96 })
    const different = await aPair(people[6]!, people[7]!, { probability: 0.96 })
    await acme.owner.call(schema.decide, { body: { candidateId: same, verdict: 'same' } })
    await acme.owner.call(schema.decide, { body: { candidateId: different, verdict: 'different' } })
    const { items } = await acme.owner.call(schema.getPrecision, {})
    const at = (threshold: number) => items.find(item => item.threshold === threshold)!
    expect(at(0.9)).toMatchObject({ pairs: 2, observed: { share: 0.5, decided: 2 } })
    expect(at(0.9).expected).toBeCloseTo((0.999 + 0.9) / 2)
    expect(at(0.9).observed!.low).toBeCloseTo(0.095, 2)
    expect(at(0.95)).toMatchObject({ pairs: 1 })
    expect(at(0.98)).toMatchObject({ pairs: 1, observed: null })
  })
})

describe('a run', () => {
  test('begins, refuses a second one beside it, and is cancelled', async () => {
    const run = await acme.owner.call(schema.startRun, {})
    expect(run).toMatchObject({ kind: 'score', status: 'waiting', memberName: 'Olga Owner' })
    const second = await acme.owner.try(schema.startRun, {})
    expect([second.status, second.body.runId ?? second.body.details?.runId]).toEqual([409, run.id])
    await acme.owner.call(schema.cancelRun, { params: { id: run.id } })
    expect((await acme.owner.call(schema.getRun, { params: { id: run.id } })).status).toBe('cancelled')
    expect((await acme.owner.try(schema.cancelRun, { params: { id: run.id } })).status).toBe(409)
    expect((await acme.owner.call(schema.listRuns, {})).items).toHaveLength(1)
    const join = await acme.owner.call(schema.startJoin, { body: { probability: 0.99 } })
    expect(join).toMatchObject({ kind: 'join', counts: { probability: 0.99 } })
  })
})
