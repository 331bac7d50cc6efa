import { once } from 'node:events'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { createClient } from '../../../platform/db/connect.ts'
import type { Batch } from './batches.ts'
import { grownTables, tables, type Rows } from './copy-text.ts'
import { findEmpty, stripTables } from './strip-tables.ts'

const grown: readonly string[] = grownTables
/** From here on it is worth to build the indexes after the rows. */
const isLarge = 50_000

/**
 * Loads the batches in one transaction: a demo is there whole or not at all. A large one into empty tables goes in
 * without indexes, which are built at the end.
 */
export async function loadBatches(
  url: string,
  contacts: number,
  batches: AsyncIterable<Batch>,
  onLoaded: (contacts: number) => void,
  say: (line: string) => void,
): Promise<void> {
  const client = createClient(url, 'rapport demo')
  await client.connect()
  try {
    await client.query('begin')
    const restore = contacts >= isLarge && (await findEmpty(client, grown)) ? await stripTables(client, grown) : null
    let loaded = 0
    for await (const batch of batches) {
      for (const table of tables) {
        const rows = batch.rows[table]
        if (rows) await copy(client, table, rows, restore !== null && grown.includes(table))
      }
      loaded += batch.contacts
      onLoaded(loaded)
    }
    say('All rows are loaded')
    await restore?.(say)
    await client.query(`analyze ${grown.join(', ')}`)
    await client.query('commit')
    say('Indexes are built and statistics taken')
  } finally {
    await client.end()
  }
}

async function copy(client: pg.Client, table: string, rows: Rows, isFresh: boolean): Promise<void> {
  const stream = client.query(from(`copy ${table} (${rows.columns}) from stdin${isFresh ? ' (freeze)' : ''}`))
  stream.end(rows.bytes)
  await once(stream, 'finish')
}
