import { defineSlice } from '../../../platform/slice.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

export const notesSlice = defineSlice({
  name: 'customers/notes',
  records: [{ name: 'note', table: 'notes' }],
  permissions: { 'notes:read': 'member', 'notes:write': 'member' },
  routes,
  personalData,
  tables: ['notes'],
})
