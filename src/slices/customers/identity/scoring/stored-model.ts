import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../../kernel/messages.ts'
import type { Comparison } from '../../../../models/linkage/comparison.ts'
import { levelWeight, type Parameters } from '../../../../models/linkage/model.ts'
import { comparePeople, type OwnFields } from '../../../../models/linkage/people.ts'
import { createScorer, type FrequenciesByField, type Scorer } from '../../../../models/linkage/score.ts'
import type { Tenant } from '../../../../platform/db/database.ts'
import { deleteRows, findRow, findRows, insertRow } from '../../../../platform/db/row.ts'
import type { StoredModel } from '../queries/model.ts'

const words = defineMessages('identity.stored-model', {
  fewContacts:
    'There are few contacts yet, so the scores rest on what is usual elsewhere rather than on your own data.',
  otherNames:
    'Most pairs that look alike have different names, so the scores may not fit. Decide some pairs and compare again.',
})

/** What a run needs besides the parameters: `identity_models.base`. */
export interface Base {
  people: number
  own: OwnFields
  frequencies: FrequenciesByField
  /** The largest block that is compared, by pass. */
  limits: number[]
}

export interface Model {
  comparisons: Comparison[]
  parameters: Parameters
  base: Base
}

export interface Sample {
  pairs: number
  randomPairs: number
  decisions: number
}

export function scorerOf({ comparisons, parameters, base }: Model): Scorer {
  return createScorer(comparisons, parameters, base.frequencies)
}

const newestFirst = sql`order by created_at desc, id desc`

export async function saveModel(
  tenant: Tenant,
  runId: string | null,
  { comparisons, parameters, base }: Model,
  sample: Sample,
  now: Date,
): Promise<void> {
  const stored: StoredModel = {
    lambda: parameters.lambda,
    fields: comparisons.map(({ field, levels }, at) => ({
      field,
      levels: levels.slice(1).map((level, index) => ({
        level,
        m: parameters.m[at]![index + 1]!,
        u: parameters.u[at]![index + 1]!,
        weight: levelWeight(parameters, at, index + 1),
      })),
    })),
    sample,
    warning: warningOf(base, parameters),
  }
  await insertRow(tenant, 'identityModels', { id: newId(), runId, parameters: stored, base, createdAt: now })
  const outdated = await findRows(tenant, 'identityModels', ['id'], {}, sql`${newestFirst} offset 10`)
  await deleteRows(tenant, 'identityModels', { id: outdated.map(({ id }) => id) })
}

/** What to tell whoever relies on the scores. */
function warningOf({ people }: Base, { m }: Parameters): string | null {
  if (people < 100) return refusal(words, 'fewContacts')
  if (m[0]![1]! > 0.5 && m[1]![1]! > 0.5) return refusal(words, 'otherNames')
  return null
}

export async function findModel(tenant: Tenant): Promise<Model | null> {
  const row = await findRow(tenant, 'identityModels', ['parameters', 'base'], {}, sql`${newestFirst} limit 1`)
  if (!row) return null
  const { lambda, fields } = row.parameters as unknown as StoredModel
  const base = row.base as unknown as Base
  const comparisons = comparePeople(base.own)
  // A model from before a change of the comparisons cannot be read.
  const isSame = comparisons.every(({ field, levels }, at) => {
    return field === fields[at]?.field && levels.length - 1 === fields[at]!.levels.length
  })
  if (!isSame || fields.length !== comparisons.length) return null
  const shares = (of: 'm' | 'u') => fields.map(({ levels }) => [0, ...levels.map(level => level[of])])
  return { comparisons, base, parameters: { lambda, m: shares('m'), u: shares('u') } }
}
