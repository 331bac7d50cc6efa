import { sql } from 'kysely'
import type { Ctx } from '../../../../platform/context.ts'
import { fieldLabel, levelWords } from '../evidence-words.ts'
import type { Model } from '../schema.ts'
import { readFieldLabels } from './words.ts'

/** `identity_models.parameters`: what a run learned. */
export interface StoredModel {
  lambda: number
  fields: { field: string; levels: { level: string; m: number; u: number; weight: number }[] }[]
  sample: { pairs: number; randomPairs: number }
  warning: string | null
}

/** What the last run learned, and from how many decisions it will learn next time. */
export async function getModel(ctx: Ctx): Promise<Model> {
  const { rows } = await sql<{ parameters: StoredModel | null; createdAt: Date | null; decisions: number }>`
    select m.parameters, m.created_at, d.decisions from (
      select count(*) as decisions from identity_decisions where workspace_id = ${ctx.workspaceId} and member_id is not null) d
    left join (select parameters, created_at from identity_models
    where workspace_id = ${ctx.workspaceId} order by created_at desc, id desc limit 1) m on true`.execute(ctx.db)
  const { parameters, createdAt, decisions } = rows[0]!
  const { locale } = ctx
  const labels = await readFieldLabels(ctx, parameters?.fields.map(field => field.field) ?? [])
  return {
    trainedAt: createdAt?.toISOString() ?? null,
    lambda: parameters?.lambda ?? null,
    sample: {
      pairs: parameters?.sample.pairs ?? null,
      randomPairs: parameters?.sample.randomPairs ?? null,
      decisions,
    },
    warning: parameters?.warning ?? null,
    fields: (parameters?.fields ?? []).map(({ field, levels }) => ({
      field,
      label: fieldLabel(field, locale, labels),
      levels: levels.map(level => ({ ...level, words: levelWords(level.level, locale) })),
    })),
  }
}
