import { defineSlice } from '../../../platform/slice.ts'
import { handOverRecords } from '../../workspace/members/public.ts'
import { takeDeletedTagsOff } from '../tags/public.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

const deletedTags = takeDeletedTagsOff('contacts')
const handOver = handOverRecords('contacts')

export const contactsSlice = defineSlice({
  name: 'customers/contacts',
  records: [{ name: 'contact', table: 'contacts' }],
  permissions: { 'contacts:read': 'member', 'contacts:write': 'member', 'contacts:export': 'manager' },
  routes,
  personalData,
  reactions: [deletedTags.reaction, handOver.reaction],
  jobs: [deletedTags.job, handOver.job],
  tables: ['contacts', 'handles', 'merge_values'],
})
