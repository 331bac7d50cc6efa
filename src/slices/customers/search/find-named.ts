import { sql, type RawBuilder } from 'kysely'
import type { RecordDefinition } from '../../../kernel/record/record.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike } from '../../../platform/list/filter.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { indexedLength } from '../../../platform/record/list.ts'
import type { Needle, Prefix } from './needle.ts'
import type { Searched } from './searched.ts'

/**
 * Records that are found by their name, even with a slip: their table has `sort_name` with a b-tree, `search_text` with an
 * index of trigrams, and a bin. In its fragments the record is `c`.
 */
interface Particular {
  /** What holds of those that are found, besides that they are not in the bin. */
  isFound?: RawBuilder<boolean>
  /** Those that something which identifies them begins with, as `id` and `rank`; `isLive` holds of them. */
  byHandle(ctx: Ctx, needle: Needle, limit: number, isLive: RawBuilder<boolean>): RawBuilder<unknown>
  title: RawBuilder<unknown>
  /** What to know it by besides, in this order; what is absent is left out. */
  subtitle: RawBuilder<unknown>[]
  /** Joins that the subtitle needs. */
  joins?(ctx: Ctx): RawBuilder<unknown>
}

type Named = Particular & RecordDefinition

/** Matches that are looked at before the best are chosen. */
export const considered = 300
/** How much of the same trigrams; the second is for short words, of which one letter is much. */
const similarities = [0.5, 0.4]
/** Names that are walked through for a fragment that is common. */
const walked = 5000
/** One page of the table in 2,000 tells whether a fragment is common: some 400 rows of a million contacts. */
const samplePercent = 0.05
const commonFrom = 3

export function searchByName(record: RecordDefinition, particular: Particular): Searched {
  const of = { ...particular, ...record }
  return {
    needs: `${of.table}:read`,
    find: (ctx, needle, limit) => describe(ctx, of, findNamed(ctx, of, needle, limit)),
    findMeant: (ctx, needle, limit) => describe(ctx, of, findMeant(ctx, of, needle, limit)),
  }
}

function describe(ctx: Ctx, of: Named, hits: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select c.id, ${of.title} as title, nullif(concat_ws(' · ', ${sql.join(of.subtitle)}), '') as subtitle,
      row_number() over (order by hit.stage, hit.rank) as place
    from (${hits}) hit join ${sql.raw(of.table)} c on c.workspace_id = ${ctx.workspaceId} and c.id = hit.id ${of.joins?.(ctx) ?? sql``}`
}

/**
 * Ids of records for a needle, best first, at most `limit`: names and handles that begin with it (by their
 * b-trees), and only when those are too few names and handles that contain its words (by trigrams, or for a fragment that
 * is everywhere by walking through names). The later parts of the statement do not run unless they are needed.
 */
function findNamed(ctx: Ctx, of: Named, needle: Needle, limit: number): RawBuilder<unknown> {
  const stages = [byName(ctx, of, needle, limit), byHandle(ctx, of, needle, limit)]
  if (needle.words.length > 0) stages.push(byWalk(ctx, of, needle, limit), byWords(ctx, of, needle, limit))
  return inStages(of, stages, limit)
}

/** The same for a needle that nothing contains: what may have been meant, or else what is similar. */
function findMeant(ctx: Ctx, of: Named, needle: Needle, limit: number): RawBuilder<unknown> {
  const stages = [
    bySlips(ctx, of, needle, limit),
    ...similarities.map(least => bySimilarity(ctx, of, needle, limit, least)),
  ]
  return inStages(of, stages, limit)
}

function inStages(of: Named, stages: Stage[], limit: number): RawBuilder<unknown> {
  const names = stages.map((_, at) => `${of.table}_${at}`)
  const parts = stages.map(
    (stage, at) => sql`${sql.raw(names[at]!)} as materialized (${stage(countOf(names.slice(0, at)))})`,
  )
  const all = names.map((name, at) => `select id, ${at} as stage, rank from ${name}`).join(' union all ')
  return sql`with ${sql.join(parts)}
    select id, min(stage) as stage, min(rank) as rank from (${sql.raw(all)}) hits
    group by id order by 2, 3, 1 limit ${limit}`
}

/** A part of the search; it is given how many the parts before it have found. */
type Stage = (found: RawBuilder<number>) => RawBuilder<unknown>

function countOf(names: string[]): RawBuilder<number> {
  if (names.length === 0) return sql.raw('0')
  const all = names.map(name => `select id from ${name}`).join(' union ')
  return sql.raw(`(select count(*) from (${all}) found)`)
}

/**
 * A value that the planner does not see, so that it makes one plan for all values and keeps it (planning costs several
 * times what the search does), and does not take a fragment that is common everywhere as a reason to read the table.
 */
function unseen(value: string): RawBuilder<string> {
  return sql<string>`(select ${value}::text)`
}

/** In the workspace and not in the bin, for alias `c`. */
function isLive(ctx: Ctx, of: Named): RawBuilder<boolean> {
  return sql<boolean>`c.workspace_id = ${ctx.workspaceId} and c.deleted_at is null and ${of.isFound ?? sql`true`}`
}

/** Whether a text begins so; its b-tree finds it. */
export function begins(column: RawBuilder<unknown>, { from, to }: Prefix): RawBuilder<boolean> {
  return sql<boolean>`${column} >= ${unseen(from)} and ${column} < ${unseen(to)}`
}

function byName(ctx: Ctx, of: Named, needle: Needle, limit: number): Stage {
  return () => inNameOrder(ctx, of, begins(sql`c.sort_name`, needle.name), limit)
}

/**
 * Rows in the order of names, for as long as there are less than `count`. Whoever sees only their own and their teams'
 * records walks through the index of each, not through everybody's names.
 */
function inNameOrder(ctx: Ctx, of: Named, condition: RawBuilder<boolean>, count: number): RawBuilder<unknown> {
  const hitsOf = (whose: RawBuilder<boolean>) => sql`
    select c.id, c.search_text, row_number() over (order by c.sort_name, c.id) as rank from ${sql.raw(of.table)} c
    where ${isLive(ctx, of)} and ${whose} and ${condition} order by c.sort_name, c.id limit ${count}`
  const { recordRule, memberId, teamIds } = ctx.actor
  if (recordRule === 'all' || of.isShared) return hitsOf(sql<boolean>`true`)
  return sql`(${hitsOf(sql<boolean>`c.owner_id = ${memberId}::uuid`)}) union all
    select ofteam.* from unnest(${teamIds}::uuid[]) team (id), lateral (${hitsOf(sql<boolean>`c.team_id = team.id`)}) ofteam`
}

function byHandle(ctx: Ctx, of: Named, needle: Needle, limit: number): Stage {
  return () => of.byHandle(ctx, needle, limit, isLive(ctx, of))
}

const contains = (word: string) => sql<boolean>`position(${unseen(word)} in c.search_text) > 0`

function byWalk(ctx: Ctx, of: Named, needle: Needle, limit: number): Stage {
  const matches = sql.join(needle.words.map(contains), sql` and `)
  const isCommon = sql`(select count(*) from ${sql.raw(of.table)} c tablesample system (${sql.raw(String(samplePercent))}) repeatable (1)
    where c.workspace_id = ${ctx.workspaceId} and ${matches}) >= ${sql.raw(String(commonFrom))}`
  return found => sql`
    select c.id, c.rank from (${inNameOrder(ctx, of, sql<boolean>`${found} < ${limit} and ${isCommon}`, walked)}) c
    where ${matches} limit ${limit}`
}

/** Words that begin where the needle's do come first. */
function byWords(ctx: Ctx, of: Named, needle: Needle, limit: number): Stage {
  const conditions = needle.words.map(word =>
    word.length < indexedLength ? contains(word) : like(unseen(pattern(word))),
  )
  const distance = sql`case when position(${unseen(` ${needle.words[0]}`)} in c.search_text) > 0 then 0 else 1 end`
  return found => {
    const condition = sql<boolean>`${found} < ${limit} and ${sql.join(conditions, sql` and `)}`
    return ranked(distance, byTrigrams(ctx, of, condition), limit)
  }
}

function bySlips(ctx: Ctx, of: Named, { meant }: Needle, limit: number): Stage {
  const { instead, beside } = meant!
  const condition = sql<boolean>`${sql.join([like(sql`slip.pattern`), ...beside.map(contains)], sql` and `)}`
  const rows = sql`select c.*, slip.likeness from unnest(${instead.map(pattern)}::text[]) with ordinality slip (pattern, likeness),
    lateral (${byTrigrams(ctx, of, condition)}) c`
  return () => ranked(sql`c.likeness`, rows, limit)
}

/** The threshold holds for this statement alone; the index reads it when its scan begins. */
function bySimilarity(ctx: Ctx, of: Named, { name }: Needle, limit: number, least: number): Stage {
  const text = unseen(name.from)
  const threshold = sql`(select set_config('pg_trgm.word_similarity_threshold', ${String(least)}, true)) is not null`
  return found => {
    const condition = sql<boolean>`${found} = 0 and ${threshold} and c.search_text %> ${text}`
    return ranked(sql`1 - word_similarity(${text}, c.search_text)`, byTrigrams(ctx, of, condition), limit)
  }
}

function pattern(word: string): string {
  return `%${escapeLike(word)}%`
}

function like(text: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`c.search_text like ${text}`
}

/**
 * Rows that the index of trigrams finds. Their part of the statement is planned as if all were wanted, for then the
 * planner takes that index; it ends when enough have come.
 */
function byTrigrams(ctx: Ctx, of: Named, condition: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`with matched as materialized (
      select c.id, c.sort_name, c.search_text from ${sql.raw(of.table)} c
      where ${isLive(ctx, of)} and ${of.isShared ? sql`true` : isVisible(ctx, 'c')} and ${condition})
    select * from matched limit ${sql.raw(String(considered))}`
}

function ranked(distance: RawBuilder<unknown>, rows: RawBuilder<unknown>, limit: number): RawBuilder<unknown> {
  return sql`select c.id, row_number() over (order by ${distance}, c.sort_name, c.id) as rank from (${rows}) c
    order by 2 limit ${limit}`
}
