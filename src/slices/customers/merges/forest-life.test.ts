import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { within, type Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { sampleOf } from '../../../testing/sample-record.ts'
import { aTestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { addHandle, changeContact, contactEndpoints, getContact, type Contact } from '../contacts/schema.ts'
import { createContact, onOwnRows } from '../contacts/public.ts'
import { createOrder } from '../orders/public.ts'
import { mergedColumns } from '../contacts/record.ts'
import { createTag } from '../tags/schema.ts'
import { fields, ForestModel, type Card, type Field } from './forest-life.fixture.ts'
import { mergeContacts, unmergeContacts } from './public.ts'

const t = await aTestApp()

const people = 5

interface World {
  acme: TestWorkspace
  ctx: Ctx
  ids: string[]
  tags: string[]
  model: ForestModel
  handles: Map<string, number>
  counter: number
}

const word = fc.constantFrom(null, 'x', 'y', 'z')
const samples = ([0, 1, 2] as const).map(which => sampleOf(mergedColumns, which) as Record<Field, string>)
const valueOf = (field: Field, given: string | null) =>
  given === null ? null : samples[['x', 'y', 'z'].indexOf(given)]![field]
const card = fc.record({
  told: fc.record(Object.fromEntries(fields.map(field => [field, word.map(given => valueOf(field, given))])) as Told),
  isNamed: fc.boolean(),
  lifecycle: fc.constantFrom('stranger', 'lead', 'customer', 'lapsed', 'loyal'),
  tags: fc.subarray([0, 1, 2]),
})
type Told = Record<Field, fc.Arbitrary<string | null>>
type GivenCard = typeof card extends fc.Arbitrary<infer T> ? T : never

async function makeWorld(cards: GivenCard[]): Promise<World> {
  const acme = await t.aWorkspace()
  const ctx = acme.ctx()
  const tags = await Promise.all(
    ['a', 'b', 'c'].map(async name => (await acme.owner.call(createTag, { body: { name } })).id),
  )
  const ids: string[] = []
  const own: Card[] = []
  const handles = new Map<string, number>()
  for (const [at, { tags: tagged, isNamed, told, ...given }] of cards.entries()) {
    const email = `p${at}@example.com`
    const tagIds = tagged.map(index => tags[index]!)
    const name = isNamed ? `Person ${at}` : null
    ids.push(await createContact(ctx, { ...told, ...given, name, email, tagIds } as never))
    own.push({ ...told, ...given, name: name ?? email, isNamed, tags: [...tagIds] })
    handles.set(email, at)
  }
  return { acme, ctx, ids, tags, model: new ForestModel(own), handles, counter: 0 }
}

const chance = fc.record({
  who: fc.nat(people - 1),
  other: fc.nat(people - 1),
  pick: fc.nat(20),
  field: fc.constantFrom<Field>(...fields),
  word,
  tag: fc.nat(2),
  isChosen: fc.boolean(),
})
type Chance = typeof chance extends fc.Arbitrary<infer T> ? T : never

const happenings = {
  async merge({ ctx, ids, model }: World, { who, other, field, isChosen }: Chance) {
    const chosen = isChosen ? field : null
    const made = await inTransaction(t.app, ({ db }) =>
      mergeContacts(within(ctx, db), [
        {
          survivorId: ids[who]!,
          mergedId: ids[other]!,
          how: 'person',
          ...(chosen ? { choices: { [chosen]: 'merged' as const } } : {}),
        },
      ]),
    )
    expect(made.length).toBe(model.rootOf(who) === model.rootOf(other) ? 0 : 1)
    if (made[0]) model.merge(made[0].id, who, other, chosen)
  },
  async mergeSeveral({ ctx, ids, model }: World, { who, other, pick }: Chance) {
    const pairs = [
      [who, other],
      [other, pick % people],
      [pick % people, who],
    ] as const
    const made = await inTransaction(t.app, ({ db }) =>
      mergeContacts(
        within(ctx, db),
        pairs.map(([a, b]) => ({ survivorId: ids[a]!, mergedId: ids[b]!, how: 'automatic' as const })),
      ),
    )
    for (const [a, b] of pairs)
      if (model.rootOf(a) !== model.rootOf(b)) {
        const next = made.shift()!
        expect([next.survivorId, next.mergedId]).toEqual([ids[model.rootOf(a)], ids[model.rootOf(b)]])
        model.merge(next.id, a, b, null)
      }
    expect(made).toEqual([])
  },
  async unmerge({ ctx, model }: World, { pick, isChosen }: Chance) {
    const { edges } = model
    if (edges.length === 0) return
    const gone = [edges[pick % edges.length]!.id, ...(isChosen ? [edges[0]!.id] : [])]
    await inTransaction(t.app, ({ db }) => unmergeContacts(within(ctx, db), gone))
    for (const id of gone) model.unmerge(id)
  },
  async edit({ acme, ids, model }: World, { who, field, word: given }: Chance) {
    const value = valueOf(field, given)
    await acme.owner.call(changeContact, { params: { id: ids[who]! }, body: { [field]: value } })
    model.edit(model.rootOf(who), field, value)
  },
  async tag({ acme, ids, tags, model }: World, { who, tag, isChosen }: Chance) {
    const body = isChosen ? { addTagIds: [tags[tag]!] } : { removeTagIds: [tags[tag]!] }
    await acme.owner.call(changeContact, { params: { id: ids[who]! }, body })
    if (isChosen) model.addTag(model.rootOf(who), tags[tag]!)
    else model.removeTag(model.rootOf(who), tags[tag]!)
  },
  /** What a contact's source tells of it, as an import does, whether it is merged or not. */
  async learn({ ctx, ids, model }: World, { who, field, word: given }: Chance) {
    const value = valueOf(field, given)
    await inTransaction(t.app, ({ db }) =>
      onOwnRows({ db, workspaceId: ctx.workspaceId }, [ids[who]!], async () => {
        await db
          .updateTable('contacts')
          .set({ [field]: value })
          .where('workspaceId', '=', ctx.workspaceId)
          .where('id', '=', ids[who]!)
          .execute()
      }),
    )
    model.own[who]![field] = value
  },
  async handle(world: World, { who }: Chance) {
    const { acme, ids, model, handles } = world
    const value = `more${world.counter++}@example.com`
    await acme.owner.call(addHandle, { params: { id: ids[who]! }, body: { kind: 'email', value } })
    handles.set(value, model.rootOf(who))
  },
  async buy(world: World, { who, pick }: Chance) {
    const { ctx, ids, model } = world
    await createOrder(ctx, { number: `N${world.counter++}`, contactId: ids[who]!, amount: pick })
    model.orders[who]!.push(pick)
  },
}
const kinds = Object.keys(happenings) as (keyof typeof happenings)[]
const step = fc.tuple(fc.constantFrom(...kinds, 'merge', 'unmerge'), chance)

async function compare({ acme, ctx, ids, model, handles }: World): Promise<void> {
  await t.runJobs()
  for (const [at, id] of ids.entries()) {
    const is = (await acme.owner.call(getContact, { params: { id } })) as Contact
    const root = model.rootOf(at)
    const tree = model.treeOf(root)
    const { isNamed: _, tags, ...shown } = model.shown(root)
    expect(is).toMatchObject({ ...shown, id: ids[root] })
    expect([...is.tagIds].sort()).toEqual([...tags].sort())
    expect([...is.mergedIds].sort()).toEqual(
      tree
        .slice(1)
        .map(member => ids[member]!)
        .sort(),
    )
    const addresses = [...handles].filter(([, owner]) => tree.includes(owner))
    expect(is.handles.map(handle => [handle.value, handle.contactId]).sort()).toEqual(
      addresses.map(([value, owner]) => [value, ids[owner]]).sort(),
    )
    expect(addresses.map(([value]) => value)).toContain(is.email)
    const amounts = tree.flatMap(member => model.orders[member]!)
    expect(is.facts).toMatchObject({
      orders: amounts.length,
      netAmount: amounts.reduce((sum, amount) => sum + amount, 0),
    })
  }
  const { rows } = await sql<{ kept: string[] }>`
    select array(select v.contact_id from merge_values v where v.workspace_id = ${ctx.workspaceId} order by 1) as kept`.execute(
    t.app.db,
  )
  expect(rows[0]!.kept).toEqual([...new Set(model.edges.map(edge => ids[edge.survivor]!))].sort())
}

test('any merges, edits, news, handles, orders and undos leave what those that are left imply', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(card, { minLength: people, maxLength: people }),
      fc.array(step, { minLength: 8, maxLength: 24, size: 'max' }),
      async (cards, life) => {
        const world = await makeWorld(cards)
        for (const [kind, given] of life) await happenings[kind](world, given)
        await compare(world)
        const { model, ctx } = world
        await inTransaction(t.app, async ({ db }) => {
          await unmergeContacts(
            within(ctx, db),
            model.edges.map(edge => edge.id),
          )
        })
        model.edges = []
        await compare(world)
      },
    ),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 25) },
  )
}, 600_000)

test('merges taken back in any order leave the export byte for byte as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(card, { minLength: people, maxLength: people }),
      fc.array(fc.tuple(fc.nat(people - 1), fc.nat(people - 1)), { minLength: 2, maxLength: 8 }),
      fc.array(fc.nat(20), { minLength: 8, maxLength: 8 }),
      async (cards, pairs, picks) => {
        const { acme, ctx, ids } = await makeWorld(cards)
        const read = async () =>
          (await acme.owner.request('GET', `/api/v1${contactEndpoints.export.path}?format=csv`)).body as string
        await t.runJobs()
        const before = await read()
        expect(before.split('\n').length).toBeGreaterThan(people)
        const left: string[] = []
        for (const [a, b] of pairs)
          left.push(
            ...(
              await inTransaction(t.app, ({ db }) =>
                mergeContacts(within(ctx, db), [{ survivorId: ids[a]!, mergedId: ids[b]!, how: 'certain' }]),
              )
            ).map(({ id }) => id),
          )
        for (let at = 0; left.length > 0; at++) {
          const [id] = left.splice(picks[at % picks.length]! % left.length, 1)
          await inTransaction(t.app, ({ db }) => unmergeContacts(within(ctx, db), [id!]))
        }
        await t.runJobs()
        expect(await read()).toBe(before)
      },
    ),
    { numRuns: 15 },
  )
}, 120_000)
