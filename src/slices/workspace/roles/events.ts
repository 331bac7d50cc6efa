import type { RecordRule } from '../../../kernel/permissions.ts'

/** What roles publish, and the data of each. */
export interface RoleEvents {
  'role.record-rules-changed': { member: RecordRule; manager: RecordRule }
}
