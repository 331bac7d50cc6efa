import type { Ctx } from '../../../platform/context.ts'

/** What other currencies are worth in the workspace's. */
export async function readRates({
  db,
  workspaceId,
}: Pick<Ctx, 'db' | 'workspaceId'>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('exchangeRates')
    .select(['currency', 'rate'])
    .where('workspaceId', '=', workspaceId)
    .execute()
  return new Map(rows.map(row => [row.currency, row.rate]))
}
