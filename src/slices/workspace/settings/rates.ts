import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db/database.ts'

/** What other currencies are worth in the workspace's. */
export async function readRates(
  db: Db,
  { workspaceId }: Pick<Ctx, 'workspaceId'>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('exchangeRates')
    .select(['currency', 'rate'])
    .where('workspaceId', '=', workspaceId)
    .execute()
  return new Map(rows.map(row => [row.currency, row.rate]))
}
