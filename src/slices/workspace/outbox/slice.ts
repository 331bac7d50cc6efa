import { defineSlice } from '../../../platform/slice.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

export const outboxSlice = defineSlice({ name: 'workspace/outbox', routes, personalData, tables: ['outgoing_mail'] })
