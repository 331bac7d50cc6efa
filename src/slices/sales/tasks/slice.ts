import { defineText } from '../../../kernel/messages.ts'
import { kindOf } from '../../../platform/record/record-kind.ts'
import { defineSlice } from '../../../platform/slice.ts'
import { taskEvents } from './events.ts'
import { demo } from './demo.ts'
import { remind } from './jobs.ts'
import { personalData } from './personal-data.ts'
import { taskRecord } from './record.ts'
import { tasks } from './queries.ts'
import { routes } from './routes.ts'

export const tasksSlice = defineSlice({
  name: 'sales/tasks',
  records: [
    // Who did a task that is done stays in sight.
    kindOf(taskRecord, {
      isVisible: tasks.isVisible,
      owned: { column: 'assignee_id', isOpen: 'done_at is null' },
      keeps: defineText('tasks.slice.hasTask', 'Has a task since.'),
    }),
  ],
  permissions: { 'tasks:read': 'member', 'tasks:write': 'member' },
  routes,
  personalData,
  jobs: [remind],
  events: [taskEvents],
  demo,
  tables: ['tasks'],
})
