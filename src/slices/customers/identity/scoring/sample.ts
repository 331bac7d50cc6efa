import { sql } from 'kysely'
import type { Comparison } from '../../../../models/linkage/comparison.ts'
import { mostOwnFields, type OwnFields } from '../../../../models/linkage/people.ts'
import type { Person } from '../../../../models/linkage/person.ts'
import type { FrequenciesByField } from '../../../../models/linkage/score.ts'
import { frequenciesOf } from '../../../../models/linkage/term-frequency.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { readPerson, type StoredPerson } from '../features/stored-person.ts'

const sampleSize = 20_000

/** Some people chosen by the random end of their id; all of them where they are few. */
export async function readSample({ db, workspaceId }: Tenant, people: number): Promise<Person[]> {
  const { rows } = await sql<{ person: StoredPerson }>`
    select f.person from identity_features f where f.workspace_id = ${workspaceId} and ${isSampled(sql`f.contact_id`, sampleSize / people)}
    order by f.contact_id`.execute(db)
  return rows.map(({ person }) => readPerson(person))
}

/** Whether a row is one of a share of all, by the last four figures of an id. */
export function isSampled(id: ReturnType<typeof sql>, share: number) {
  if (share >= 1) return sql<boolean>`true`
  const below = Math.max(1, Math.ceil(share * 0x10000))
    .toString(16)
    .padStart(4, '0')
  return sql<boolean>`right(${id}::text, 4) < ${below}`
}

/**
 * Which custom fields take part: those that say something of many and are not the same for most. Where nearly every value
 * is another and most have figures in them, it is an id.
 */
export function chooseOwnFields(sample: readonly Person[]): OwnFields {
  const columns = new Map<string, string[]>()
  for (const { fields } of sample)
    for (const [key, value] of Object.entries(fields)) {
      const values = columns.get(key)
      if (values) values.push(value)
      else columns.set(key, [value])
    }
  const chosen = [...columns]
    .filter(([, values]) => values.length >= Math.max(2, sample.length * 0.02))
    .map(([key, values]) => ({ key, count: values.length, ...spread(values) }))
    .filter(({ agree }) => agree < 0.2)
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, mostOwnFields)
  return {
    ids: chosen.flatMap(({ key, isId }) => (isId ? key : [])).sort(),
    texts: chosen.flatMap(({ key, isId }) => (isId ? [] : key)).sort(),
  }
}

/** How often two of the values agree, and whether they look like ids. */
function spread(values: readonly string[]): { agree: number; isId: boolean } {
  const counts = countValues(values)
  const most = Math.max(...counts.values())
  const agree = [...counts.values()].reduce((sum, count) => sum + (count / values.length) ** 2, 0)
  const coded = values.filter(value => value.length >= 5 && /\d/.test(value)).length
  return { agree, isId: coded >= values.length * 0.9 && most <= Math.max(3, values.length * 0.001) }
}

export function frequenciesIn(comparisons: readonly Comparison[], sample: readonly Person[]): FrequenciesByField {
  return Object.fromEntries(
    comparisons.flatMap(({ field, value }) => (value ? [[field, frequenciesOf(countValues(sample.map(value)))]] : [])),
  )
}

function countValues(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/**
 * Pairs of the sample: all of them where they are no more than `most`, else so many chosen at random, the same each time.
 * Among few people those who share a handle are left out: they are hardly strangers, and would be most of whom it is known.
 */
export function* strangers(sample: readonly Person[], most: number): Generator<[Person, Person]> {
  if ((sample.length * (sample.length - 1)) / 2 <= most) {
    for (const [at, a] of sample.entries())
      for (const b of sample.slice(at + 1)) if (!a.handles.some(handle => b.handles.includes(handle))) yield [a, b]
    return
  }
  let seed = 1
  const next = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * sample.length)
  }
  for (let made = 0; made < most; made++) {
    const [a, b] = [next(), next()]
    if (a !== b) yield [sample[a]!, sample[b]!]
  }
}
