import { defineSlice } from '../../../platform/slice.ts'
import { roleEvents } from './events.ts'
import { routes } from './routes.ts'

export const rolesSlice = defineSlice({
  name: 'workspace/roles',
  permissions: { 'roles:manage': 'admin' },
  routes,
  events: [roleEvents],
  tables: [],
})
