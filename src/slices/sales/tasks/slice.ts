import { defineSlice } from '../../../platform/slice.ts'
import { taskEvents } from './events.ts'
import { demo } from './demo.ts'
import { remind } from './jobs.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

export const tasksSlice = defineSlice({
  name: 'sales/tasks',
  records: [
    // Who did a task that is done stays in sight.
    {
      name: 'task',
      table: 'tasks',
      hasDemo: true,
      owned: { column: 'assignee_id', isOpen: 'done_at is null' },
      refersTo: { columns: { contacts: 'contactId', companies: 'companyId' }, reason: 'Has a task since.' },
    },
  ],
  permissions: { 'tasks:read': 'member', 'tasks:write': 'member' },
  routes,
  personalData,
  jobs: [remind],
  events: [taskEvents],
  demo,
  tables: ['tasks'],
})
