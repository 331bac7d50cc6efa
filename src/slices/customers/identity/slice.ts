import { defineSlice } from '../../../platform/slice.ts'
import { identityEvents } from './events.ts'
import { demo } from './demo.ts'
import { joinRun, refresh, scoreChanged, scoreRun } from './jobs.ts'
import { personalData } from './personal-data.ts'
import { keepFeatures } from './reactions.ts'
import { routes } from './routes.ts'

export const identitySlice = defineSlice({
  name: 'customers/identity',
  permissions: { 'identity:read': 'manager', 'identity:decide': 'manager', 'identity:run': 'admin' },
  routes,
  personalData,
  reactions: [keepFeatures],
  jobs: [scoreRun, joinRun, scoreChanged, refresh],
  events: [identityEvents],
  demo,
  tables: [
    'identity_features',
    'identity_waiting',
    'identity_runs',
    'identity_models',
    'identity_candidates',
    'identity_decisions',
    'identity_settings',
    'intake_traits',
    'device_people',
  ],
})
