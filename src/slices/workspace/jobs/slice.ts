import { defineSlice } from '../../../platform/slice.ts'
import { forgetAnswers } from './jobs.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

export const jobsSlice = defineSlice({
  name: 'workspace/jobs',
  permissions: { 'jobs:manage': 'admin' },
  routes,
  personalData,
  jobs: [forgetAnswers],
  tables: ['parked_events', 'idempotency_keys'],
})
