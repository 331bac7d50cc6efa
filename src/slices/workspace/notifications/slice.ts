import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const notificationsSlice = defineSlice({ name: 'workspace/notifications', routes, tables: ['notifications'] })
