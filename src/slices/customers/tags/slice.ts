import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const tagsSlice = defineSlice({
  name: 'customers/tags',
  // Whoever tags a customer may need a new tag; taking one off everybody is another matter.
  permissions: { 'tags:read': 'member', 'tags:write': 'member', 'tags:manage': 'manager' },
  routes,
  tables: ['tags'],
})
