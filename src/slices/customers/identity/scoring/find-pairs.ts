import { sql } from 'kysely'
import {
  firstLoosePass,
  limitBlocks,
  mostForLoosePasses,
  passes,
  type BlockLimit,
  type BlockSizes,
} from '../../../../models/linkage/blocking.ts'
import type { Tenant } from '../../../../platform/db/database.ts'

const passSize = 2 ** 48
const largestKept = 1000

/**
 * Blocks by one grouping of all keys, then pairs by one grouping of all blocks: both into tables that live as long as the
 * transaction. `identity_pairs (a_id, b_id, found)` holds each pair once, with the passes that found it as bits.
 */
export async function findPairs(
  { db, workspaceId }: Tenant,
  people: number,
): Promise<{ pairs: number; limits: BlockLimit[] }> {
  await sql`select set_config('statement_timeout', '0', true), set_config('work_mem', '96MB', true)`.execute(db)
  const most = people > mostForLoosePasses ? firstLoosePass * passSize : Number.MAX_SAFE_INTEGER
  await sql`
    create temp table identity_blocks on commit drop as
    select key, count(*)::int as size, array_agg(contact_id) as ids
    from (select unnest(f.keys) as key, f.contact_id from identity_features f where f.workspace_id = ${workspaceId}) keys
    where key < ${most}::bigint
    group by key having count(*) between 2 and ${largestKept}::int`.execute(db)
  const { rows: sizes } = await sql<BlockSizes>`
    select (key >> 48)::int as pass, size, count(*) as blocks from identity_blocks group by 1, 2`.execute(db)
  const limits = limitBlocks(sizes, people)
  const limitOf = sql`(${limits.map(({ limit }) => limit)}::int[])[(b.key >> 48)::int + 1]`
  await sql`
    create temp table identity_pairs on commit drop as
    select x.id as a_id, y.id as b_id, bit_or(1 << (b.key >> 48)::int) as found
    from identity_blocks b, unnest(b.ids) x (id), unnest(b.ids) y (id)
    where b.size <= ${limitOf} and x.id < y.id group by 1, 2`.execute(db)
  await sql`analyze identity_pairs`.execute(db)
  const { rows } = await sql<{ pairs: number }>`select count(*) as pairs from identity_pairs`.execute(db)
  return { pairs: rows[0]!.pairs, limits }
}

/** What was left out, for the report of a run. */
export function skippedBlocks(limits: readonly BlockLimit[]): { pass: string; blocks: number; pairs: number }[] {
  return limits.flatMap(({ skipped, skippedPairs }, pass) =>
    skipped === 0 ? [] : [{ pass: passes[pass]!.name, blocks: skipped, pairs: skippedPairs }],
  )
}
