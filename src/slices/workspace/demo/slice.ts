import { defineSlice } from '../../../platform/slice.ts'
import { callEvents, complaintEvents, demoEvents, messageEvents, reviewEvents } from './events.ts'
import { routes } from './routes.ts'

/** Owns no table: it fills those of the others with a made-up company, and empties them of it. */
export const demoSlice = defineSlice({
  name: 'workspace/demo',
  permissions: { 'demo:remove': 'owner' },
  routes,
  events: [callEvents, complaintEvents, demoEvents, messageEvents, reviewEvents],
  tables: [],
})
