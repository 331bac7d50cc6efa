import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const auditSlice = defineSlice({
  name: 'workspace/audit',
  permissions: { 'audit:read': 'admin', 'audit:export': 'admin' },
  routes,
  tables: ['audit_entries'],
})
