import { defineSlice } from '../../../platform/slice.ts'
import { fileEvents } from './events.ts'
import { demo } from './demo.ts'
import { purgeFiles, removeBytes } from './jobs.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

export const filesSlice = defineSlice({
  name: 'customers/files',
  records: [
    {
      name: 'file',
      table: 'files',
      hasDemo: true,
      refersTo: { columns: { contacts: 'contactId', companies: 'companyId' }, reason: 'Has a file since.' },
    },
  ],
  permissions: { 'files:read': 'member', 'files:write': 'member' },
  routes,
  personalData,
  jobs: [purgeFiles, removeBytes],
  events: [fileEvents],
  demo,
  tables: ['files'],
})
