import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const fieldsSlice = defineSlice({
  name: 'customers/fields',
  permissions: { 'fields:read': 'member', 'fields:manage': 'admin' },
  routes,
  tables: ['fields'],
})
