import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { fold } from '../../kernel/text.ts'
import { blockingKeys, limitBlocks, passOf, type BlockSizes } from './blocking.ts'
import { encodePattern } from './comparison.ts'
import { comparePeople, type OwnFields } from './people.ts'
import { nobody, type Person } from './person.ts'
import { createAgreement, createScorer } from './score.ts'
import { createTally } from './tally.ts'
import { frequenciesOf } from './term-frequency.ts'
import { train } from './train.ts'

export interface Quality {
  truePositives: number
  falsePositives: number
  falseNegatives: number
  precision: number
  recall: number
  f1: number
}

/** Precision, recall and their harmonic mean from counts of pairs; 1 where nothing was to be found or claimed. */
export function qualityOf(claimed: number, right: number, all: number): Quality {
  const precision = claimed === 0 ? 1 : right / claimed
  const recall = all === 0 ? 1 : right / all
  return {
    truePositives: right,
    falsePositives: claimed - right,
    falseNegatives: all - right,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}

/** How many pairs of records belong to one entity: Σ n(n−1)/2 over the entities. */
export function truePairs(entities: readonly string[]): number {
  const sizes = new Map<string, number>()
  for (const entity of entities) sizes.set(entity, (sizes.get(entity) ?? 0) + 1)
  let pairs = 0
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2
  return pairs
}

export const reference = process.env.REFERENCE_DATA ?? join(import.meta.dirname, '../../../../shared/reference')

/** Records with the entity that each is known to be of. */
export interface LabelledPeople {
  people: Person[]
  entities: string[]
  own: OwnFields
}

type Row = Record<string, string>

const rowsOf = (path: string): Row[] =>
  parse(readFileSync(join(reference, path)), {
    columns: (names: string[]) => names.map(name => name.trim()),
    trim: true,
  })

/** FEBRL's data sets: people of Australia with slips, swaps and gaps made by its generator. */
export function readFebrl(files: string[], withId = true): LabelledPeople {
  const rows = files.flatMap(file => rowsOf(`febrl/${file}`))
  return {
    people: rows.map(row => ({
      ...nobody,
      firstName: fold(row['given_name']!),
      lastName: fold(row['surname']!),
      street: fold(row['address_1']!),
      city: fold(row['suburb']!),
      region: fold(row['state']!),
      postalCode: row['postcode']!,
      birthday: row['date_of_birth']!.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
      fields: {
        street_number: row['street_number']!,
        address_2: fold(row['address_2']!),
        ...(withId ? { soc_sec_id: row['soc_sec_id']! } : {}),
      },
    })),
    entities: rows.map(row => row['rec_id']!.split('-')[1]!),
    own: { ids: withId ? ['soc_sec_id'] : [], texts: ['street_number', 'address_2'] },
  }
}

/** Splink's made people. */
export function readFake1000(): LabelledPeople {
  const rows = rowsOf('splink_fake_1000.csv')
  return {
    people: rows.map(row => ({
      ...nobody,
      firstName: fold(row['first_name']!),
      lastName: fold(row['surname']!),
      birthday: row['dob']!,
      city: fold(row['city']!),
      emails: row['email'] ? [fold(row['email'])] : [],
      handles: row['email']
        ? [
            fold(row['email'])
              .split('@')[0]!
              .replace(/[^a-z0-9]/g, ''),
          ]
        : [],
    })),
    entities: rows.map(row => row['cluster']!),
    own: { ids: [], texts: [] },
  }
}

export interface ScoredPair {
  a: number
  b: number
  weight: number
}

/** Blocks, learns without labels, and scores, all in memory and in the order of the product's own run. */
export function linkPeople({ people, own }: LabelledPeople): ScoredPair[] {
  const comparisons = comparePeople(own)
  const tally = createTally(comparisons)
  const agreement = createAgreement(comparisons)
  const pairs = [...findPairs(people)].map(([pair, found]) => {
    const [a, b] = [Math.floor(pair / people.length), pair % people.length]
    const pattern = encodePattern(comparisons, people[a]!, people[b]!)
    tally.add(pattern, found)
    return { a, b, pattern, agreed: agreement(pattern, people[a]!) }
  })
  const random = seeded()
  for (let count = 0; count < 200_000; count++) {
    const [a, b] = [Math.floor(random() * people.length), Math.floor(random() * people.length)]
    if (a !== b) tally.addRandom(encodePattern(comparisons, people[a]!, people[b]!))
  }
  const frequencies = Object.fromEntries(
    comparisons.flatMap(({ field, value }) => (value ? [[field, frequenciesOf(countValues(people.map(value)))]] : [])),
  )
  const parameters = train(tally.data((people.length * (people.length - 1)) / 2))
  const scorer = createScorer(comparisons, parameters, frequencies)
  return pairs.map(({ a, b, pattern, agreed }) => ({ a, b, weight: scorer.weighPattern(pattern, agreed) }))
}

/** Pairs as `a × people + b`, with the passes that found each as bits. */
function findPairs(people: readonly Person[]): Map<number, number> {
  const blocks = new Map<number, number[]>()
  for (const [at, person] of people.entries())
    for (const key of blockingKeys(person)) blocks.set(key, [...(blocks.get(key) ?? []), at])
  const sizes = new Map<string, BlockSizes>()
  for (const [key, { length: size }] of blocks) {
    const pass = passOf(key)
    const some = sizes.get(`${pass} ${size}`) ?? { pass, size, blocks: 0 }
    sizes.set(`${pass} ${size}`, { ...some, blocks: some.blocks + 1 })
  }
  const limits = limitBlocks([...sizes.values()], people.length)
  const pairs = new Map<number, number>()
  for (const [key, members] of blocks) {
    const pass = passOf(key)
    if (members.length > limits[pass]!.limit) continue
    for (const [at, a] of members.entries())
      for (const b of members.slice(at + 1))
        pairs.set(a * people.length + b, (pairs.get(a * people.length + b) ?? 0) | (1 << pass))
  }
  return pairs
}

function countValues(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function seeded(): () => number {
  let seed = 1
  return () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32
}

/** Pairwise quality at a threshold of log2 odds. */
export function qualityAt({ entities }: LabelledPeople, scored: readonly ScoredPair[], threshold: number): Quality {
  const claimed = scored.filter(pair => pair.weight >= threshold)
  const right = claimed.filter(({ a, b }) => entities[a] === entities[b])
  return qualityOf(claimed.length, right.length, truePairs(entities))
}
