import { sql, type RawBuilder } from 'kysely'
import { can, type Ctx } from '../../../platform/context.ts'
import { readNeedle } from './needle.ts'
import type { Hit, SearchGroup } from './schema.ts'

/**
 * Everything that `q` may mean: groups with at most `limit` hits each, best first. One statement; a second one looks for
 * slips when there is nothing.
 */
export async function search(ctx: Ctx, q: string, limit: number): Promise<SearchGroup[]> {
  const needle = readNeedle(q, ctx.workspace.country)
  if (needle === null) return []
  const kinds = ctx.app.records.flatMap(({ name, search: searched }) =>
    searched && can(ctx, searched.needs) ? [{ name, ...searched }] : [],
  )
  const found = kinds.map((kind): Asked => [kind.name, kind.find(ctx, needle, limit)])
  const exact = await run(ctx, found)
  if (exact.length > 0 || needle.meant === null) return exact
  const meant = kinds.map((kind): Asked => [kind.name, kind.findMeant?.(ctx, needle, limit) ?? null])
  return run(ctx, meant)
}

type Asked = [kind: string, query: RawBuilder<unknown> | null]

/** Runs the queries of the kinds as one statement. */
async function run(ctx: Ctx, asked: Asked[]): Promise<SearchGroup[]> {
  const parts = asked.flatMap(([kind, query]) =>
    query
      ? [sql`(select ${sql.lit(kind)} as kind, id, title, subtitle, place from (${query}) ${sql.id(`of_${kind}`)})`]
      : [],
  )
  if (parts.length === 0) return []
  const all = sql<Hit>`
    select kind, id, title, subtitle from (${sql.join(parts, sql` union all `)}) found order by kind, place`
  const { rows } = await all.execute(ctx.db)
  const found = Map.groupBy(rows, hit => hit.kind)
  return asked.flatMap(([kind]) => (found.has(kind) ? [{ kind, items: found.get(kind)! }] : []))
}
