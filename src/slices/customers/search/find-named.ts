import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike } from '../../../platform/list/filter.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { indexedLength, type Needle, type Prefix } from './needle.ts'

/** What is found by its name: contacts and companies have the same columns for it. */
export type Named = 'contact' | 'company'

/** Matches that are looked at before the best are chosen. */
const considered = 300
/** How much of the same trigrams; the second is for short words, of which one letter is much. */
const similarities = [0.5, 0.4]
/** Names that are walked through for a fragment that is common. */
const walked = 5000
/** One page of the table in 2,000 tells whether a fragment is common: some 400 rows of a million contacts. */
const samplePercent = 0.05
const commonFrom = 3

/**
 * Ids of contacts or companies for a needle, best first, at most `limit`: names and handles that begin with it (by their
 * b-trees), and only when those are too few names and handles that contain its words (by trigrams, or for a fragment that
 * is everywhere by walking through names). The later parts of the statement do not run unless they are needed.
 */
export function findNamed(ctx: Ctx, of: Named, needle: Needle, limit: number): RawBuilder<unknown> {
  const stages = [byName(ctx, of, needle, limit), byHandle(ctx, of, needle, limit)]
  if (needle.words.length > 0) stages.push(byWalk(ctx, of, needle, limit), byWords(ctx, of, needle, limit))
  return inStages(of, stages, limit)
}

/** The same for a needle that nothing contains: what may have been meant, or else what is similar. */
export function findMeant(ctx: Ctx, of: Named, needle: Needle, limit: number): RawBuilder<unknown> {
  const stages = [
    bySlips(ctx, of, needle, limit),
    ...similarities.map(least => bySimilarity(ctx, of, needle, limit, least)),
  ]
  return inStages(of, stages, limit)
}

function inStages(of: Named, stages: Stage[], limit: number): RawBuilder<unknown> {
  const names = stages.map((_, at) => sql.raw(`${of}_${at}`))
  const parts = stages.map((stage, at) => sql`${names[at]} as materialized (${stage(countOf(names.slice(0, at)))})`)
  const all = names.map((name, at) => sql`select id, ${sql.lit(at)} as stage, rank from ${name}`)
  return sql`with ${sql.join(parts)}
    select id, min(stage) as stage, min(rank) as rank from (${sql.join(all, sql` union all `)}) hits
    group by id order by 2, 3, 1 limit ${limit}`
}

/** A part of the search; it is given how many the parts before it have found. */
type Stage = (found: RawBuilder<number>) => RawBuilder<unknown>

function countOf(names: RawBuilder<unknown>[]): RawBuilder<number> {
  if (names.length === 0) return sql<number>`0`
  const all = names.map(name => sql`select id from ${name}`)
  return sql<number>`(select count(*) from (${sql.join(all, sql` union `)}) found)`
}

/**
 * A value that the planner does not see, so that it makes one plan for all values and keeps it (planning costs several
 * times what the search does), and does not take a fragment that is common everywhere as a reason to read the table.
 */
function unseen(value: string): RawBuilder<string> {
  return sql<string>`(select ${value}::text)`
}

const tables = { contact: sql.table('contacts'), company: sql.table('companies') }

/** In the workspace and not in the bin, for alias `c`. */
function isLive(ctx: Ctx, of: Named): RawBuilder<boolean> {
  const own = sql<boolean>`c.workspace_id = ${ctx.workspaceId} and c.deleted_at is null`
  return of === 'contact' ? sql<boolean>`${own} and c.merged_into is null` : own
}

export function begins(column: RawBuilder<unknown>, { from, to }: Prefix): RawBuilder<boolean> {
  return sql<boolean>`${column} >= ${unseen(from)} and ${column} < ${unseen(to)}`
}

function byName(ctx: Ctx, of: Named, needle: Needle, limit: number): Stage {
  return () => inNameOrder(ctx, of, begins(sql`c.sort_name`, needle.name), limit)
}

/**
 * Rows in the order of names, for as long as there are less than `count`. Whoever sees only their own and their teams'
 * contacts walks through the index of each, not through everybody's names.
 */
function inNameOrder(ctx: Ctx, of: Named, condition: RawBuilder<boolean>, count: number): RawBuilder<unknown> {
  const some = (whose: RawBuilder<boolean>) => sql`
    select c.id, c.search_text, row_number() over (order by c.sort_name, c.id) as rank from ${tables[of]} c
    where ${isLive(ctx, of)} and ${whose} and ${condition} order by c.sort_name, c.id limit ${count}`
  const { recordRule, memberId, teamIds } = ctx.actor
  if (recordRule === 'all' || of === 'company') return some(isVisible(ctx, 'c'))
  return sql`(${some(sql<boolean>`c.owner_id = ${memberId}::uuid`)}) union all
    select ofteam.* from unnest(${teamIds}::uuid[]) team (id), lateral (${some(sql<boolean>`c.team_id = team.id`)}) ofteam`
}

/** Handles may be those of a contact that was merged: they find the surviving one. A company is found by its domain. */
function byHandle(ctx: Ctx, of: Named, needle: Needle, limit: number): Stage {
  if (of === 'company') {
    const ways = needle.handles.map(
      prefix => sql`(select c.id, c.domain as normal from companies c
        where ${isLive(ctx, of)} and ${begins(sql`c.domain`, prefix)} and ${isVisible(ctx, 'c')} order by c.domain limit ${limit})`,
    )
    return () =>
      sql`select id, row_number() over (order by normal) as rank from (${sql.join(ways, sql` union all `)}) c`
  }
  const ways = needle.handles.map(
    prefix => sql`(select h.contact_id, h.normal from handles h
      where h.workspace_id = ${ctx.workspaceId} and h.deleted_at is null and ${begins(sql`h.normal`, prefix)} order by h.normal limit ${considered})`,
  )
  return () => sql`select c.id, row_number() over (order by h.normal) as rank
    from (${sql.join(ways, sql` union all `)}) h
      join contacts met on met.workspace_id = ${ctx.workspaceId} and met.id = h.contact_id
      join contacts c on ${isLive(ctx, of)} and c.id = coalesce(met.merged_into, met.id) and ${isVisible(ctx, 'c')}
    order by h.normal limit ${limit}`
}

const contains = (word: string) => sql<boolean>`position(${unseen(word)} in c.search_text) > 0`

function byWalk(ctx: Ctx, of: Named, needle: Needle, limit: number): Stage {
  const matches = sql.join(needle.words.map(contains), sql` and `)
  const isCommon = sql`(select count(*) from ${tables[of]} c tablesample system (${sql.lit(samplePercent)}) repeatable (1)
    where c.workspace_id = ${ctx.workspaceId} and ${matches}) >= ${sql.lit(commonFrom)}`
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
      select c.id, c.sort_name, c.search_text from ${tables[of]} c
      where ${isLive(ctx, of)} and ${isVisible(ctx, 'c')} and ${condition})
    select * from matched limit ${sql.lit(considered)}`
}

function ranked(distance: RawBuilder<unknown>, rows: RawBuilder<unknown>, limit: number): RawBuilder<unknown> {
  return sql`select c.id, row_number() over (order by ${distance}, c.sort_name, c.id) as rank from (${rows}) c
    order by 2 limit ${limit}`
}
