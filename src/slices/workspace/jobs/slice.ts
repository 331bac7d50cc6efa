import { defineSlice } from '../../../platform/slice.ts'
import { forgetAnswers } from './jobs.ts'
import { routes } from './routes.ts'

export const jobsSlice = defineSlice({
  name: 'workspace/jobs',
  permissions: { 'jobs:manage': 'admin' },
  routes,
  jobs: [forgetAnswers],
  tables: [],
})
