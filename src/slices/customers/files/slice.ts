import { defineText } from '../../../kernel/messages.ts'
import { kindOf } from '../../../platform/record/record-kind.ts'
import { defineSlice } from '../../../platform/slice.ts'
import { fileEvents } from './events.ts'
import { demo } from './demo.ts'
import { purgeFiles, removeBytes } from './jobs.ts'
import { personalData } from './personal-data.ts'
import { fileRecord } from './record.ts'
import { files } from './queries.ts'
import { routes } from './routes.ts'

const hasFile = defineText('files.slice.hasFile', 'Has a file since.')

export const filesSlice = defineSlice({
  name: 'customers/files',
  records: [kindOf(fileRecord, { isVisible: files.isVisible, keeps: hasFile })],
  permissions: { 'files:read': 'member', 'files:write': 'member' },
  routes,
  personalData,
  jobs: [purgeFiles, removeBytes],
  events: [fileEvents],
  demo,
  tables: ['files'],
})
