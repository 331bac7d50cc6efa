import { defineSlice } from '../../../platform/slice.ts'
import { settingsEvents } from './events.ts'
import { demo } from './demo.ts'
import { routes } from './routes.ts'

export const settingsSlice = defineSlice({
  name: 'workspace/settings',
  // Whoever controls the mail server could read the links that open others' accounts.
  permissions: { 'settings:manage': 'admin', 'mail:manage': 'owner' },
  routes,
  events: [settingsEvents],
  demo,
  tables: ['workspaces', 'exchange_rates'],
})
