import { defineSlice } from '../../../platform/slice.ts'
import { noteFailedSignIn, sendPasswordReset, sweepSessions } from './jobs.ts'
import { routes } from './routes.ts'

export const signInSlice = defineSlice({
  name: 'workspace/sign-in',
  tables: ['users', 'accounts', 'sessions', 'verifications', 'two_factors', 'passkeys', 'instance_values'],
  routes,
  jobs: [sendPasswordReset, noteFailedSignIn, sweepSessions],
})
