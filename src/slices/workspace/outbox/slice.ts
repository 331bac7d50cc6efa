import { defineSlice } from '../../../platform/slice.ts'
import { personalData } from './personal-data.ts'
import { retention } from './retention.ts'
import { routes } from './routes.ts'

export const outboxSlice = defineSlice({
  name: 'workspace/outbox',
  routes,
  personalData,
  retention,
  tables: ['outgoing_mail'],
})
