import { defineSlice } from '../../../platform/slice.ts'
import { fieldEvents } from './events.ts'
import { demo } from './demo.ts'
import { routes } from './routes.ts'
import { fieldValues } from './values.ts'

export const fieldsSlice = defineSlice({
  name: 'customers/fields',
  permissions: { 'fields:read': 'member', 'fields:manage': 'admin' },
  routes,
  recordExtra: fieldValues,
  events: [fieldEvents],
  demo,
  tables: ['fields'],
})
