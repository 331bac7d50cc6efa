import { beforeEach, describe, expect, test } from 'vitest'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { changeContact, createContact, contactEndpoints, getContact, type ContactInput } from '../contacts/schema.ts'
import { createField } from '../fields/schema.ts'
import { listMerges, undoMerges } from '../merges/schema.ts'
import * as schema from './schema.ts'
import { groupsOf } from './scoring/join-above.ts'

const t = await aTestApp({ LOG_LEVEL: 'error' })
let acme: TestWorkspace

beforeEach(async () => {
  acme = await t.aWorkspace()
})

const firstNames = ['Adam', 'Bela', 'Cyril', 'Dora', 'Emil', 'Filip', 'Gita', 'Hugo', 'Ivana', 'Jolana', 'Karel']
const lastNames = [
  'Adamec',
  'Benda',
  'Cibulka',
  'Dolezal',
  'Erben',
  'Fiala',
  'Galko',
  'Havel',
  'Janda',
  'Kolar',
  'Linhart',
  'Mach',
  'Nezval',
]
const cities = ['Brno', 'Praha', 'Ostrava', 'Plzen', 'Liberec']

/** People who have nothing to do with each other. */
function strangers(count: number): ContactInput[] {
  return Array.from({ length: count }, (_, at) => ({
    firstName: firstNames[at % firstNames.length]!,
    lastName: lastNames[(at * 5) % lastNames.length]!,
    email: `${lastNames[(at * 5) % lastNames.length]!.toLowerCase()}.${at}@example.com`,
    birthday: `${1940 + ((at * 7) % 60)}-${String(1 + ((at * 5) % 12)).padStart(2, '0')}-${String(1 + ((at * 11) % 28)).padStart(2, '0')}`,
    city: cities[at % cities.length]!,
    postalCode: `${60000 + at * 37}`,
  }))
}

const aContact = async (input: ContactInput) => (await acme.owner.call(createContact, { body: input })).id
const someStrangers = (count = 143) => acme.owner.call(contactEndpoints.save, { body: { items: strangers(count) } })

const marta = {
  firstName: 'Marta',
  lastName: 'Novotna',
  birthday: '1980-05-12',
  city: 'Znojmo',
  postalCode: '66902',
  street: 'Videnska 8',
} satisfies ContactInput
/** The same person as others write her. */
const sameMarta: ContactInput = { ...marta, lastName: 'Novotny', street: 'Videnska 8', postalCode: '66901' }

const pairs = async () => (await acme.owner.call(schema.listCandidates, {})).items
const pairsOf = async (...ids: string[]) =>
  (await pairs()).filter(({ a, b }) => ids.includes(a.id) && ids.includes(b.id))

async function run(start = () => acme.owner.call(schema.startRun, {})) {
  const { id } = await start()
  await t.runJobs()
  return acme.owner.call(schema.getRun, { params: { id } })
}
const join = (probability = 0.99) => run(() => acme.owner.call(schema.startJoin, { body: { probability } }))

describe('a contact that arrives', () => {
  test('is scored at once, with its evidence, and again when it changes', async () => {
    await someStrangers()
    const one = await aContact(marta)
    await t.runJobs()
    await run()
    expect(await pairsOf(one)).toEqual([])
    const other = await aContact(sameMarta)
    await t.runJobs()
    const [pair] = await pairsOf(one, other)
    expect(pair!.probability).toBeGreaterThan(0.99)
    expect(pair!.evidence.map(({ field, level }) => [field, level])).toEqual(
      expect.arrayContaining([
        ['birthday', 'same'],
        ['firstName', 'same'],
        ['lastName', 'slip'],
        ['address', 'same'],
      ]),
    )
    const stranger = {
      firstName: 'Otto',
      lastName: 'Pavel',
      birthday: '1955-01-02',
      city: 'Brno',
      postalCode: '60200',
      street: 'Jina 1',
    }
    await acme.owner.call(changeContact, { params: { id: other }, body: stranger })
    await t.runJobs()
    expect(await pairsOf(one, other)).toEqual([])
  })

  test('is compared without anybody asking, from the second one on', async () => {
    const ids = [await aContact(marta), await aContact(sameMarta)]
    await t.runJobs()
    expect(await pairsOf(...ids)).toHaveLength(1)
    expect((await acme.owner.call(schema.getModel, {})).warning).toMatch(/few contacts/)
  })

  test('of whom little is known is not taken for another', async () => {
    await someStrangers(60)
    const ids = [
      await aContact({ firstName: 'Jan' }),
      await aContact({ firstName: 'Jan' }),
      await aContact({ name: 'Jan Nezval' }),
    ]
    await t.runJobs()
    await run()
    for (const pair of await pairsOf(...ids)) expect(pair.probability).toBeLessThan(0.9)
  })

  test('in the bin is in no pair, and taken out of it in one again', async () => {
    const ids = [await aContact(marta), await aContact(sameMarta)]
    await t.runJobs()
    await acme.owner.call(contactEndpoints.delete, { params: { id: ids[0]! } })
    await t.runJobs()
    expect(await pairs()).toEqual([])
    await acme.owner.call(contactEndpoints.restore, { params: { id: ids[0]! } })
    await t.runJobs()
    expect(await pairsOf(...ids)).toHaveLength(1)
  })

  test('and is erased later is compared with nobody', async () => {
    const ids = [await aContact(marta), await aContact(sameMarta)]
    await t.runJobs()
    await t.app.db.updateTable('contacts').set({ erasedAt: t.clock.now() }).where('workspaceId', '=', acme.id).execute()
    await run()
    expect(await pairsOf(...ids)).toEqual([])
  })

  test('on another network, under another name, is found by its handle', async () => {
    await someStrangers()
    const ids = [
      await aContact({ name: 'Justin T', handles: [{ kind: 'instagram', value: '@justinptrudeau' }] }),
      await aContact({ name: 'Prime Minister', handles: [{ kind: 'x', value: '@JustinPTrudeau' }] }),
      await aContact({ email: 'justinp.trudeau@example.ca' }),
    ]
    await t.runJobs()
    await run()
    const found = await pairsOf(...ids)
    expect(found.length).toBeGreaterThanOrEqual(2)
    expect(new Set(found.flatMap(({ a, b }) => [a.id, b.id]))).toEqual(new Set(ids))
    for (const { evidence } of found)
      expect(evidence).toContainEqual(expect.objectContaining({ field: 'handle', level: 'same' }))
  })
})

test('a custom field whose values are nearly unique takes part as an id', async () => {
  const { key } = await acme.owner.call(createField, {
    body: { object: 'contact', label: 'Insurance number', type: 'text' },
  })
  const items = strangers(120).map((input, at) => ({ ...input, fields: { [key]: `cz${700_000 + at * 91}` } }))
  await acme.owner.call(contactEndpoints.save, { body: { items } })
  const one = await aContact({ firstName: 'Marta', fields: { [key]: 'cz123456' } })
  const other = await aContact({ firstName: 'Marta', fields: { [key]: 'cz123465' } })
  await t.runJobs()
  await run()
  expect((await acme.owner.call(schema.getModel, {})).fields.map(({ field }) => field)).toContain(`fields.${key}`)
  const [same] = await pairsOf(one, await aContact({ lastName: 'X', fields: { [key]: 'cz123456' } }), other)
  expect(same?.evidence.find(({ field }) => field === `fields.${key}`)?.level).toBe('slip')
})

describe('“not the same”', () => {
  test('holds for ever: through changes, whole runs and merges of either', async () => {
    const [one, other, third] = [
      await aContact(marta),
      await aContact(sameMarta),
      await aContact({ ...marta, lastName: 'Novotna' }),
    ]
    await t.runJobs()
    expect(await pairsOf(one, other)).toHaveLength(1)
    await acme.owner.call(schema.decide, { body: { contactIds: [one, other], verdict: 'different' } })
    await acme.owner.call(changeContact, { params: { id: other }, body: { ...marta } })
    await t.runJobs()
    await run()
    expect(await pairsOf(one, other)).toEqual([])
    await acme.owner.call(schema.decide, { body: { contactIds: [one, third], verdict: 'same', survivorId: third } })
    await t.runJobs()
    await run()
    expect(await pairs()).toEqual([])
  })

  test('within a group leaves the group to people', async () => {
    const ids = [await aContact(marta), await aContact(sameMarta), await aContact({ ...marta, postalCode: '66903' })]
    await someStrangers()
    await t.runJobs()
    await run()
    await acme.owner.call(schema.decide, { body: { contactIds: [ids[0]!, ids[1]!], verdict: 'different' } })
    const joined = await join()
    expect(joined.counts).toMatchObject({ joined: 0, left: 1 })
    expect((await acme.owner.call(listMerges, {})).items).toEqual([])
  })
})

describe('joining', () => {
  test('all above a threshold merges whole groups, and an undo brings the pairs back', async () => {
    await someStrangers()
    const ids = [await aContact(marta), await aContact(sameMarta), await aContact({ ...marta, postalCode: '66903' })]
    await t.runJobs()
    await run()
    const open = await pairsOf(...ids)
    expect(open).toHaveLength(3)
    expect((await join()).counts).toMatchObject({ joined: 2, left: 0 })
    await t.runJobs()
    expect(await pairsOf(...ids)).toEqual([])
    const merges = (await acme.owner.call(listMerges, {})).items
    expect(merges.map(({ how }) => how)).toEqual(['automatic', 'automatic'])
    expect(JSON.stringify(merges)).not.toContain('1980-05-12')
    await acme.owner.call(undoMerges, { body: { ids: merges.map(({ id }) => id) } })
    await t.runJobs()
    expect((await pairsOf(...ids)).map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort())
  })

  test('alone is off until it is asked for', async () => {
    await someStrangers()
    await t.runJobs()
    const ids = [await aContact(marta), await aContact(sameMarta)]
    await t.runJobs()
    await run()
    expect(await pairsOf(...ids)).toHaveLength(1)
    await acme.owner.call(schema.setSettings, {
      body: { reviewThreshold: 0.5, autoThreshold: 0.99, isAutomatic: true },
    })
    expect((await run()).counts).toMatchObject({ joined: 1 })
    const contact = await acme.owner.call(getContact, { params: { id: ids[1]! } })
    expect([contact.id, ...contact.mergedIds].sort()).toEqual(ids.toSorted())
  })

  test('is transitive only where pairs are certain', () => {
    const pair = (aId: string, bId: string, probability: number) => ({ aId, bId, probability })
    expect(
      groupsOf([
        pair('a', 'b', 0.995),
        pair('b', 'c', 0.991),
        pair('c', 'd', 0.95),
        pair('e', 'f', 0.9),
        pair('g', 'h', 0.9),
        pair('h', 'i', 0.9),
      ]),
    ).toEqual([
      ['a', 'b', 'c'],
      ['e', 'f'],
    ])
  })
})

describe('a run', () => {
  test('says what it did and how long it took', async () => {
    await someStrangers()
    await aContact(marta)
    await aContact(sameMarta)
    await t.runJobs()
    const ended = await run()
    expect(ended).toMatchObject({
      status: 'done',
      step: null,
      error: null,
      counts: { people: 145, candidates: expect.any(Number) },
    })
    expect(ended.counts['candidates']).toBe((await pairs()).length)
    expect(ended.counts['seconds']).toBeGreaterThanOrEqual(0)
  })

  test('that was cancelled does nothing', async () => {
    const { id } = await acme.owner.call(schema.startRun, {})
    await acme.owner.call(schema.cancelRun, { params: { id } })
    await t.runJobs()
    expect(await acme.owner.call(schema.getRun, { params: { id } })).toMatchObject({ status: 'cancelled', step: null })
  })

  test('over nobody, or one, ends well', async () => {
    expect(await run()).toMatchObject({ status: 'done', counts: { candidates: 0 } })
    await aContact(marta)
    expect(await run()).toMatchObject({ status: 'done', counts: { candidates: 0 } })
  })

  test('keeps to its workspace', async () => {
    const other = await t.aWorkspace()
    await other.owner.call(createContact, { body: marta })
    await aContact(sameMarta)
    await t.runJobs()
    await run()
    expect(await pairs()).toEqual([])
  })
})
