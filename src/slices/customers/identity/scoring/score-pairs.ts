import { sql } from 'kysely'
import { encodePattern, type Comparison } from '../../../../models/linkage/comparison.ts'
import { weightOf } from '../../../../models/linkage/model.ts'
import { comparePeople } from '../../../../models/linkage/people.ts'
import { createAgreement } from '../../../../models/linkage/score.ts'
import { createTally, type Tally } from '../../../../models/linkage/tally.ts'
import { train } from '../../../../models/linkage/train.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { readPerson, type StoredPerson } from '../features/stored-person.ts'
import type { ScoredPair } from './candidates.ts'
import { eachPair } from './each-pair.ts'
import { findPairs, skippedBlocks } from './find-pairs.ts'
import type { Progress } from './progress.ts'
import { chooseOwnFields, frequenciesIn, isSampled, readSample, strangers } from './sample.ts'
import { scorerOf, type Model, type Sample } from './stored-model.ts'

/** From so many pairs on, a part of them teaches, so that none need be kept. */
const mostKept = 700_000
const mostRandom = 100_000

export interface Scored {
  model: Model
  sample: Sample
  /** Those above the threshold. */
  pairs: ScoredPair[]
  compared: number
  skipped: ReturnType<typeof skippedBlocks>
}

interface Kept {
  aId: string
  bId: string
  pattern: number
  agreed: string[]
}

/** Blocks, compares, learns and scores; null where there are not two people. Writes nothing that lasts. */
export async function scorePairs(tenant: Tenant, reviewThreshold: number, progress: Progress): Promise<Scored | null> {
  await progress.step('blocking')
  const people = await countPeople(tenant)
  if (people < 2) return null
  const { pairs: total, limits } = await findPairs(tenant, people)
  const sample = await readSample(tenant, people)
  const ownFields = chooseOwnFields(sample)
  const comparisons = comparePeople(ownFields)
  const tally = createTally(comparisons)
  const agreement = createAgreement(comparisons)
  const keepsAll = total <= mostKept
  const kept: Kept[] = []
  await progress.step('comparing', keepsAll ? total : total * 2)
  let done = 0
  await eachPair(tenant, isSampled(sql`p.a_id`, mostKept / Math.max(total, 1)), async found => {
    for (const { aId, bId, found: passes, a, b } of found) {
      const pattern = encodePattern(comparisons, a, b)
      tally.add(pattern, passes)
      if (keepsAll) kept.push({ aId, bId, pattern, agreed: agreement(pattern, a) })
    }
    await progress.done((done += found.length))
  })
  await progress.step('learning')
  let randomPairs = 0
  for (const [a, b] of strangers(sample, mostRandom)) {
    tally.addRandom(encodePattern(comparisons, a, b))
    if (++randomPairs % 20_000 === 0) await progress.done(0)
  }
  const decisions = await addDecisions(tenant, comparisons, tally)
  const taught = keepsAll ? 1 : Math.min(1, done / total)
  const parameters = train(tally.data(((people * (people - 1)) / 2) * taught))
  const model: Model = {
    comparisons,
    parameters,
    base: {
      people,
      own: ownFields,
      frequencies: frequenciesIn(comparisons, sample),
      limits: limits.map(({ limit }) => limit),
    },
  }
  const scorer = scorerOf(model)
  const least = weightOf(reviewThreshold)
  const pairs: ScoredPair[] = []
  const keep = (aId: string, bId: string, weight: number) => {
    if (weight >= least) pairs.push({ aId, bId, weight })
  }
  if (keepsAll) for (const { aId, bId, pattern, agreed } of kept) keep(aId, bId, scorer.weighPattern(pattern, agreed))
  else {
    await progress.step('comparing', total)
    let scored = 0
    await eachPair(tenant, sql`true`, async found => {
      for (const { aId, bId, a, b } of found) keep(aId, bId, scorer.weigh(a, b))
      await progress.done((scored += found.length))
    })
  }
  return {
    model,
    sample: { pairs: done, randomPairs, decisions },
    pairs,
    compared: total,
    skipped: skippedBlocks(limits),
  }
}

async function countPeople({ db, workspaceId }: Tenant): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*) as people from identity_features f where f.workspace_id = ${workspaceId}`.execute(db)
  return rows[0]!.people
}

/** What people said of pairs, as their contacts are now. */
async function addDecisions(
  { db, workspaceId }: Tenant,
  comparisons: readonly Comparison[],
  tally: Tally,
): Promise<number> {
  const { rows } = await sql<{ verdict: string; a: StoredPerson; b: StoredPerson }>`
    select d.verdict, fa.person as a, fb.person as b from identity_decisions d
      join identity_features fa on fa.workspace_id = d.workspace_id and fa.contact_id = d.a_id
      join identity_features fb on fb.workspace_id = d.workspace_id and fb.contact_id = d.b_id
    where d.workspace_id = ${workspaceId} and d.member_id is not null
    order by d.created_at desc, d.id desc limit 10000`.execute(db)
  for (const { verdict, a, b } of rows)
    tally.addDecision(encodePattern(comparisons, readPerson(a), readPerson(b)), verdict === 'same')
  return rows.length
}
