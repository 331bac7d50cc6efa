import type { Inputs } from '../bench.ts'
import type { Dataset } from '../dataset.ts'

/** Two thousand rows of a query, chosen at random but the same at each run, as inputs under the names of its columns. */
export async function some({ admin, workspaceId }: Dataset, query: string): Promise<Inputs[]> {
  const { rows } = await admin.query<Inputs>(`select * from (${query}) found order by md5(found::text) limit 2000`, [
    workspaceId,
  ])
  if (rows.length === 0) throw new Error(`There is nothing to measure with: ${query}`)
  return rows
}
