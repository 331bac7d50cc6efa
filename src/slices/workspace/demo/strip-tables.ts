import type pg from 'pg'

export async function findEmpty(client: pg.Client, tables: readonly string[]): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>(
    `select ${tables.map(table => `exists (select from ${table})`).join(' or ')} as any`,
  )
  return !rows[0]!.any
}

interface Piece {
  table: string
  name: string
  definition: string
}

/**
 * Takes indexes and constraints off empty tables in the caller's transaction, and returns what puts them back. Emptied
 * in the same transaction, the tables take rows without a write-ahead log where the server allows it.
 */
export async function stripTables(
  client: pg.Client,
  tables: readonly string[],
): Promise<(say: (line: string) => void) => Promise<void>> {
  const list = [tables]
  const constraints = `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint`
  const { rows: foreignKeys } = await client.query<Piece>(
    `${constraints} where contype = 'f' and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[])) order by conname`,
    list,
  )
  const { rows: keys } = await client.query<Piece>(
    `${constraints} where contype in ('p', 'u') and conrelid = any($1::regclass[]) order by conname`,
    list,
  )
  const { rows: indexes } = await client.query<Piece>(
    `select indrelid::regclass::text as table, indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index i where indrelid = any($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid) order by 2`,
    list,
  )
  for (const { table, name } of [...foreignKeys, ...keys])
    await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  await client.query(`truncate ${tables.join(', ')}`)

  return async say => {
    await client.query(`set local maintenance_work_mem = '512MB'`)
    const constraint = ({ table, name, definition }: Piece) => ({
      name,
      definition: `alter table ${table} add constraint ${name} ${definition}`,
    })
    const statements = [...keys.map(constraint), ...indexes, ...foreignKeys.map(constraint)]
    for (const [index, { name, definition }] of statements.entries()) {
      const started = Date.now()
      await client.query(definition)
      if (Date.now() - started > 5000) say(`${index + 1} of ${statements.length} indexes: ${name}`)
    }
  }
}
