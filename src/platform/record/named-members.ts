import type { Column } from '../../kernel/record/column.ts'
import type { RecordDefinition } from '../../kernel/record/record.ts'
import { requireMembers } from '../auth/memberships.ts'
import type { Tenant } from '../db/database.ts'

/** Whether people say by it which member a record belongs to. */
export const isOwner = ({ refersTo, uses }: Column): boolean => refersTo === 'members' && uses.includes('written')

/** Refuses members who are not there, or no longer, as whose a record is. */
export async function requireNamedMembers(
  tenant: Tenant,
  { columns }: Pick<RecordDefinition, 'columns'>,
  given: readonly object[],
): Promise<void> {
  for (const [key, column] of Object.entries(columns)) {
    if (!isOwner(column)) continue
    const ids = given.flatMap(values => (values as Record<string, string | null>)[key] || [])
    await requireMembers(tenant, ids, key)
  }
}
