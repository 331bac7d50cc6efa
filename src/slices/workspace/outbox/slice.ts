import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const outboxSlice = defineSlice({ name: 'workspace/outbox', routes, tables: ['outgoing_mail'] })
