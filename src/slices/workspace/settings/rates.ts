import type { Tenant } from '../../../platform/db/database.ts'
import { findRows } from '../../../platform/db/row.ts'

/** What other currencies are worth in the workspace's. */
export async function readRates(tenant: Tenant): Promise<ReadonlyMap<string, number>> {
  const rows = await findRows(tenant, 'exchangeRates', ['currency', 'rate'], {})
  return new Map(rows.map(row => [row.currency, row.rate]))
}
