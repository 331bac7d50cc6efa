import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

/** Types of all tables of the migrated database at `url`, and the list of its tenant tables, as the text of one module. */
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
  return `${types.replaceAll('ColumnType<string, bigint | number | string, bigint | number | string>', 'ColumnType<number, number, number>')}\n${await tenantTableList(url)}`
}

async function tenantTableList(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_index i join pg_class c on c.oid = i.indrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where i.indisprimary and a.attname = 'workspace_id' and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  await client.end()
  const names = rows.map(row => `  '${row.name}',`).join('\n')
  return `/** Tables whose primary key leads with workspace_id. */\nexport const tenantTables = [\n${names}\n] as const\n`
}
