import { defineSlice } from '../../../platform/slice.ts'
import { handOverRecords } from '../../workspace/members/public.ts'
import { remind } from './jobs.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

const handOver = handOverRecords('tasks')

export const tasksSlice = defineSlice({
  name: 'sales/tasks',
  records: [{ name: 'task', table: 'tasks' }],
  permissions: { 'tasks:read': 'member', 'tasks:write': 'member' },
  routes,
  personalData,
  reactions: [handOver.reaction],
  jobs: [remind, handOver.job],
  tables: ['tasks'],
})
