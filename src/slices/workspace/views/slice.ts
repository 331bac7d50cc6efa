import { defineSlice } from '../../../platform/slice.ts'
import { demo } from './demo.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

export const viewsSlice = defineSlice({
  name: 'workspace/views',
  permissions: { 'views:share': 'manager' },
  routes,
  personalData,
  demo,
  tables: ['views'],
})
