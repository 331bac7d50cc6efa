import type { Role } from '../../../kernel/permissions.ts'

/** What members publish, and the data of each. */
export interface MemberEvents {
  'member.invited': { email: string; role: Role }
  'member.changed': Record<string, never>
  'member.role-changed': { before: Role; after: Role }
  /** `reassignTo`: the member who takes over what the removed one owned; null leaves it without an owner. */
  'member.removed': { reassignTo: string | null }
}
