import { defineSlice } from '../../../platform/slice.ts'
import { personalData } from './personal-data.ts'
import { recordRoutes, routes } from './routes.ts'

export const timelineSlice = defineSlice({
  name: 'customers/timeline',
  permissions: { 'timeline:read': 'member' },
  routes,
  recordRoutes,
  personalData,
  tables: ['events'],
})
