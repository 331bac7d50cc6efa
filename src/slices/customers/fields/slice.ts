import { defineSlice } from '../../../platform/slice.ts'
import { fieldEvents } from './events.ts'
import { demo } from './demo.ts'
import { routes } from './routes.ts'

export const fieldsSlice = defineSlice({
  name: 'customers/fields',
  permissions: { 'fields:read': 'member', 'fields:manage': 'admin' },
  routes,
  events: [fieldEvents],
  demo,
  tables: ['fields'],
})
