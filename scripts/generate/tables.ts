import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

/** Types of all tables of the migrated database at `url`, the list of its tenant tables and the keys of the others, as the text of one module. */
export async function generateTables(url: string): Promise<string> {
  const out = join(tmpdir(), `rapport-tables-${process.pid}.ts`)
  const codegen = join(import.meta.dirname, '../../node_modules/kysely-codegen/dist/cli/bin.js')
  await promisify(execFile)(process.execPath, [
    codegen,
    '--url',
    url,
    '--dialect',
    'postgres',
    '--camel-case',
    '--out-file',
    out,
    '--include-pattern',
    'public.*',
    '--exclude-pattern',
    'schema_migrations',
    '--numeric-parser',
    'number',
  ])
  const types = await readFile(out, 'utf8')
  await rm(out)
  return `${types.replaceAll('ColumnType<string, bigint | number | string, bigint | number | string>', 'ColumnType<number, number, number>')}\n${await tableLists(url)}`
}

async function tableLists(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_index i join pg_class c on c.oid = i.indrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where i.indisprimary and a.attname = 'workspace_id' and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  const { rows: others } = await client.query<{ name: string; keys: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attname) as keys
     from pg_index i join pg_class c on c.oid = i.indrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where i.indisunique and i.indnkeyatts = 1 and i.indpred is null and c.relnamespace = 'public'::regnamespace
       and c.relname <> 'schema_migrations'
       and not exists (
         select from pg_index p join pg_attribute f on f.attrelid = p.indrelid and f.attnum = p.indkey[0]
         where p.indrelid = c.oid and p.indisprimary and f.attname = 'workspace_id')
     group by 1 order by 1`,
  )
  await client.end()
  const keys = others.map(({ name, keys }) => `  ${name}: [${keys.map(key => `'${key}'`).join(', ')}],`).join('\n')
  const names = rows.map(row => `  '${row.name}',`).join('\n')
  return `/** Tables whose primary key leads with workspace_id. */\nexport const tenantTables = [\n${names}\n] as const\n
/** The columns of the other tables that are unique by themselves. */\nexport const instanceKeys: Record<string, readonly string[]> = {\n${keys}\n}\n`
}
