import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const rolesSlice = defineSlice({
  name: 'workspace/roles',
  permissions: { 'roles:manage': 'admin' },
  routes,
  tables: [],
})
