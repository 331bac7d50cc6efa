import { sql } from 'kysely'
import type { Db } from '../../../../platform/db/database.ts'
import { storableJson } from '../../../../platform/db/json.ts'

interface Row {
  key: string
  id: string
}

/**
 * What a dry run would have made, in tables that only its connection has and that go with it: a file of any size needs
 * no memory for it.
 */
export class DryKeys {
  readonly #db: Db

  private constructor(db: Db) {
    this.#db = db
  }

  static async open(connection: Db): Promise<DryKeys> {
    await sql`create temp table if not exists dry_keys (key text collate "C" primary key, id uuid not null)`.execute(
      connection,
    )
    await sql`create temp table if not exists dry_records (id uuid primary key, data json not null)`.execute(connection)
    await sql`truncate dry_keys, dry_records`.execute(connection)
    return new DryKeys(connection)
  }

  async close(): Promise<void> {
    await sql`drop table if exists dry_keys, dry_records`.execute(this.#db)
  }

  async find(keys: readonly string[]): Promise<Map<string, string>> {
    if (keys.length === 0) return new Map()
    const { rows } = await sql<Row>`select k.key, k.id from dry_keys k
      where k.key = any(${keys}::text[])`.execute(this.#db)
    return new Map(rows.map(row => [row.key, row.id]))
  }

  /** Which of these records the dry run has made or changed, with what it knows of them. */
  async read<T>(ids: readonly string[]): Promise<Map<string, T>> {
    if (ids.length === 0) return new Map()
    const { rows } = await sql<{
      id: string
      data: T
    }>`select r.id, r.data from dry_records r where r.id = any(${ids}::uuid[])`.execute(this.#db)
    return new Map(rows.map(row => [row.id, row.data]))
  }

  async remember(keys: readonly Row[], records: readonly { id: string; data: unknown }[]): Promise<void> {
    if (keys.length > 0) {
      await sql`insert into dry_keys (key, id) select r.key, r.id from json_to_recordset(${storableJson(keys)}::json)
        as r (key text, id uuid) on conflict do nothing`.execute(this.#db)
    }
    if (records.length > 0) {
      await sql`insert into dry_records (id, data) select r.id, r.data from json_to_recordset(${storableJson(records)}::json) as r (id uuid, data json)
        on conflict (id) do update set data = excluded.data`.execute(this.#db)
    }
  }
}
