import { countGrown as countGrownOf } from '../../../../platform/db/count-grown.ts'
import type { Db } from '../../../../platform/db/database.ts'

const filled = [
  'contacts',
  'contact_facts',
  'handles',
  'companies',
  'company_facts',
  'orders',
  'order_items',
  'returns',
  'notes',
  'events',
  'import_changes',
]

/** The tables that an import fills. */
export function countGrown(db: Db): Promise<void> {
  return countGrownOf(db, filled)
}
