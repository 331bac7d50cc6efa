import { afterAll, beforeAll, beforeEach } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { createTestApp, type TestApp, type TestWorkspace } from '../../../testing/test-app.ts'
import { createContact, type ContactInput } from '../contacts/schema.ts'
import type { FieldEvidence } from './evidence.ts'
import * as schema from './schema.ts'

export let t: TestApp
export let acme: TestWorkspace

export function setUp(): void {
  beforeAll(async () => {
    t = await createTestApp()
  })
  afterAll(() => t.close())
  beforeEach(async () => {
    acme = await t.aWorkspace()
  })
}

export const aContact = (input: ContactInput, of = acme) =>
  of.owner.call(createContact, { body: input }).then(contact => contact.id)
export const birthday: FieldEvidence = {
  field: 'birthday',
  level: 'same',
  weight: 9.2,
  a: '1980-05-12',
  b: '1980-05-12',
}
/** A pair as the engine leaves it. */
export async function aPair(
  one: string,
  other: string,
  {
    probability = 0.9,
    evidence = [birthday],
    of = acme,
  }: { probability?: number; evidence?: FieldEvidence[]; of?: TestWorkspace } = {},
): Promise<string> {
  const [aId, bId] = [one, other].toSorted() as [string, string]
  const id = newId()
  const weight = Math.log2(probability / (1 - probability))
  await t.app.db
    .insertInto('identityCandidates')
    .values({ workspaceId: of.id, id, aId, bId, weight, probability, evidence: JSON.stringify(evidence) })
    .execute()
  return id
}
export const pairs = async (query: Record<string, unknown> = {}, client = acme.owner) =>
  (await client.call(schema.listCandidates, { query })).items
export const ids = async (query: Record<string, unknown> = {}, client = acme.owner) =>
  (await pairs(query, client)).map(pair => pair.id)
export async function twoPairs() {
  const [marta, m, jan, j] = [
    await aContact({ name: 'Marta Nová', email: 'marta@example.com', birthday: '1980-05-12', source: 'shop' }),
    await aContact({ name: 'M. Nova', phone: '+420777123456', birthday: '1980-05-12' }),
    await aContact({ name: 'Jan Černý', email: 'jan@example.com' }),
    await aContact({ name: 'Honza Cerny', handles: [{ kind: 'instagram', value: '@honza' }] }),
  ]
  return {
    marta,
    m,
    jan,
    j,
    strong: await aPair(marta, m, { probability: 0.97 }),
    weak: await aPair(jan, j, { probability: 0.6 }),
  }
}
