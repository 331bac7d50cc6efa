import type { WorkspaceId } from '../../../../kernel/ids.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { rewriteRecords } from '../../../../platform/record/statements.ts'
import { correctedColumns, orderRecord, type OrderRewrite } from '../record.ts'

/** Sets what can be corrected of many orders by one statement. */
export function rewriteOrders(
  tx: Db,
  workspaceId: WorkspaceId,
  orders: readonly OrderRewrite[],
  now: Date,
): Promise<void> {
  return rewriteRecords(tx, workspaceId, orderRecord, correctedColumns, orders, { now })
}
