import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const contactsSlice = defineSlice({
  name: 'customers/contacts',
  permissions: { 'contacts:read': 'member', 'contacts:write': 'member', 'contacts:export': 'manager' },
  routes,
  tables: ['contacts', 'handles'],
})
