import type { RawBuilder } from 'kysely'
import type { Db } from './database.ts'

/** Rows in pages by their id; `page` writes the statement for those after an id. */
export async function* readById<Row extends { id: string }>(
  db: Db,
  page: (after: string, limit: number) => RawBuilder<Row>,
  pageSize = 500,
): AsyncGenerator<Row[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await page(after, pageSize).execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < pageSize) return
    after = rows.at(-1)!.id
  }
}
