import type pg from 'pg'

export interface Table {
  table: string
  columns: string[]
  /** Columns of the primary key: the order in which rows are written. */
  key: string[]
}

/** The program's own tables, each after all that it refers to. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(
    `select c.relname::text as table, array_agg(a.attname::text order by a.attnum) as columns,
       (select array_agg(k.attname::text order by p.position) from unnest(i.indkey) with ordinality p (attnum, position)
         join pg_attribute k on k.attrelid = c.oid and k.attnum = p.attnum) as key
     from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migrations'
     group by c.oid, c.relname, i.indkey order by 1`,
  )
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select f.relname::text as from, t.relname::text as to from pg_constraint k
       join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid where k.contype = 'f'`,
  )
  const ordered: Table[] = []
  const place = (table: Table, path: string[]) => {
    if (ordered.includes(table) || path.includes(table.table)) return
    for (const { to } of references.filter(({ from }) => from === table.table)) {
      place(
        tables.find(other => other.table === to)!,
        [...path, table.table],
      )
    }
    ordered.push(table)
  }
  for (const table of tables) place(table, [])
  return ordered
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
