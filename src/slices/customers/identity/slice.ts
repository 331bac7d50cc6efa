import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const identitySlice = defineSlice({
  name: 'customers/identity',
  permissions: { 'identity:read': 'manager', 'identity:decide': 'manager', 'identity:run': 'admin' },
  routes,
  tables: [
    'identity_features',
    'identity_runs',
    'identity_models',
    'identity_candidates',
    'identity_decisions',
    'identity_settings',
    'intake_traits',
    'device_people',
  ],
})
