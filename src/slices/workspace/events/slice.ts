import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const eventsSlice = defineSlice({
  name: 'workspace/events',
  permissions: { 'events:read': 'manager', 'events:export': 'manager' },
  routes,
  tables: [],
})
