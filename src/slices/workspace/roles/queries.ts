import { roles, type RecordRule, type Role } from '../../../kernel/permissions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { readFurtherSettings } from '../settings/public.ts'
import type { RoleTable } from './schema.ts'

export async function getRoles(ctx: Ctx): Promise<RoleTable> {
  const settings = await readFurtherSettings(ctx)
  const rules = (settings['recordRules'] ?? {}) as Partial<Record<Role, RecordRule>>
  return {
    roles: roles.map(role => ({
      role,
      recordRule: rules[role] ?? 'all',
      isRecordRuleFixed: role === 'admin' || role === 'owner',
    })),
    permissions: [...ctx.app.permissions]
      .map(([permission, leastRole]) => ({ permission, leastRole }))
      .sort((a, b) => a.permission.localeCompare(b.permission)),
  }
}
