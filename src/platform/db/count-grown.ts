import { sql } from 'kysely'
import type { Db } from './database.ts'

/**
 * Has the planner count those of the tables that have doubled since it last did: autovacuum would only do so within a
 * minute, and a table that was never counted is read as if a workspace had one row in it.
 */
export async function countGrown(db: Db, tables: readonly string[]): Promise<void> {
  const hasDoubled = sql`pg_relation_size(oid) > 2 * greatest(relpages, 1)::bigint * current_setting('block_size')::bigint`
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname = any(${[...tables]}::text[])
      and pg_relation_size(oid) > 0 and (reltuples < 0 or ${hasDoubled})`.execute(db)
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(db)
}
