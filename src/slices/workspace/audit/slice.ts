import { defineSlice } from '../../../platform/slice.ts'
import { personalData } from './personal-data.ts'
import { retention } from './retention.ts'
import { routes } from './routes.ts'

export const auditSlice = defineSlice({
  name: 'workspace/audit',
  permissions: { 'audit:read': 'admin', 'audit:export': 'admin' },
  routes,
  personalData,
  retention,
  tables: ['audit_entries'],
  appendOnly: ['audit_entries'],
})
