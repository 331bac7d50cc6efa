import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { recordRules, roles } from '../../../kernel/permissions.ts'

export const roleTable = z.object({
  /** From least to most powerful; each may do all that those before it may. */
  roles: z.array(z.object({ role: z.enum(roles), recordRule: z.enum(recordRules), isRecordRuleFixed: z.boolean() })),
  permissions: z.array(z.object({ permission: z.string(), leastRole: z.enum(roles) })),
})
export type RoleTable = z.output<typeof roleTable>

const { get, put } = endpointsOf('roles', { read: 'workspace', write: 'roles:manage' })

export const getRoles = get('/roles', 'What each role may do, and whose records it sees', {
  response: roleTable,
})
export const setRecordRules = put(
  '/roles/record-rules',
  'Set whether a role sees all records or its own and its teams’',
  { body: z.strictObject({ member: z.enum(recordRules), manager: z.enum(recordRules) }), response: roleTable },
)
