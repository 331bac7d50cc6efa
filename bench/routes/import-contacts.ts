import { once } from 'node:events'
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { from } from 'pg-copy-streams'
import type { Figure } from '../bench.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { ImportDetail } from '../../src/slices/customers/imports/schema.ts'
import type { Dataset } from '../dataset.ts'

const host = 'bench-import.example'

/** Contacts a second of an import with all that belongs to it, next to the same rows by COPY into a table with the same indexes. */
export async function importContacts(dataset: Dataset, origin: string, cookie: string, rows: number): Promise<Figure> {
  const run = randomInt(36 ** 6).toString(36)
  const people = Array.from({ length: rows }, (_, index) => `bench ${run} ${index},${run}.${index}@${host},Brno`)
  const imported = await runImport(origin, cookie, `Name,Email,City\n${people.join('\n')}\n`)
  const copied = await runCopy(dataset, run, rows)
  return {
    name: 'import',
    value: rows / imported,
    unit: 'rows/s',
    raw: rows / copied,
    ratio: copied / imported,
    target: 0.2,
  }
}

/** Seconds from the start of the import to its end; its trial run is not counted. */
async function runImport(origin: string, cookie: string, csv: string): Promise<number> {
  const send = async (method: string, path: string, body?: FormData): Promise<ImportDetail> => {
    const answer = await fetch(`${origin}/api/v1/imports${path}`, {
      method,
      headers: { cookie },
      ...(body ? { body } : {}),
    })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as ImportDetail
  }
  const form = new FormData()
  form.set('file', new Blob([csv]), 'bench.csv')
  const { id } = await send('POST', '?object=contacts', form)
  const started = performance.now()
  await send('POST', `/${id}/run`)
  for (;;) {
    const { status, error } = await send('GET', `/${id}`)
    if (status === 'done') return (performance.now() - started) / 1000
    if (status === 'failed') throw new Error(`The import failed: ${error}`)
    await sleep(50)
  }
}

async function runCopy({ admin, workspaceId }: Dataset, run: string, rows: number): Promise<number> {
  await admin.query('drop table if exists bench_contacts')
  await admin.query('create table bench_contacts (like contacts including all)')
  const lines = Array.from({ length: rows }, (_, index) => {
    const [name, email] = [`bench ${run} ${index}`, `${run}.${index}@${host}`]
    return [workspaceId, newId(), name, name, `${name} ${email}`, email, 'Brno'].join('\t')
  })
  const bytes = Buffer.from(`${lines.join('\n')}\n`)
  const started = performance.now()
  const copy = admin.query(
    from('copy bench_contacts (workspace_id, id, name, sort_name, search_text, email, city) from stdin'),
  )
  copy.end(bytes)
  await once(copy, 'finish')
  const seconds = (performance.now() - started) / 1000
  await admin.query('drop table bench_contacts')
  return seconds
}

/** Takes away what earlier runs imported. */
export async function cleanUpImports({ admin, workspaceId }: Dataset): Promise<void> {
  const { rows } = await admin.query<{ id: string }>(
    'select id from contacts where workspace_id = $1 and email like $2',
    [workspaceId, `%@${host}`],
  )
  const values = [workspaceId, rows.map(row => row.id)]
  for (const [table, column] of [
    ['events', 'contact_id'],
    ['contact_facts', 'contact_id'],
    ['contacts', 'id'],
  ]) {
    await admin.query(`delete from ${table} where workspace_id = $1 and ${column} = any($2::uuid[])`, values)
  }
  await admin.query(`delete from imports where workspace_id = $1 and file_name = 'bench.csv'`, [workspaceId])
}
