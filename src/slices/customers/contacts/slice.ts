import { defineSlice } from '../../../platform/slice.ts'
import { takeDeletedTagsOff } from '../tags/public.ts'
import { routes } from './routes.ts'

const deletedTags = takeDeletedTagsOff('contacts')

export const contactsSlice = defineSlice({
  name: 'customers/contacts',
  permissions: { 'contacts:read': 'member', 'contacts:write': 'member', 'contacts:export': 'manager' },
  routes,
  reactions: [deletedTags.reaction],
  jobs: [deletedTags.job],
  tables: ['contacts', 'handles'],
})
