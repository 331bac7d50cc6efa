import { defineSlice } from '../../../platform/slice.ts'
import { handOverRecords } from '../../workspace/members/public.ts'
import { takeDeletedTagsOff } from '../tags/public.ts'
import { routes } from './routes.ts'

const deletedTags = takeDeletedTagsOff('companies')
const handOver = handOverRecords('companies')

export const companiesSlice = defineSlice({
  name: 'customers/companies',
  records: [{ name: 'company', table: 'companies' }],
  permissions: { 'companies:read': 'member', 'companies:write': 'member', 'companies:export': 'manager' },
  routes,
  reactions: [deletedTags.reaction, handOver.reaction],
  jobs: [deletedTags.job, handOver.job],
  tables: ['companies'],
})
