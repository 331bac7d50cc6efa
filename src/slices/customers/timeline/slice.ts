import { defineSlice } from '../../../platform/slice.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

export const timelineSlice = defineSlice({
  name: 'customers/timeline',
  permissions: { 'timeline:read': 'member' },
  routes,
  personalData,
  tables: ['events'],
})
