import { defineSlice } from '../../../platform/slice.ts'
import { personalData } from './personal-data.ts'
import { retention } from './retention.ts'
import { routes } from './routes.ts'

export const notificationsSlice = defineSlice({
  name: 'workspace/notifications',
  routes,
  personalData,
  retention,
  tables: ['notifications'],
})
