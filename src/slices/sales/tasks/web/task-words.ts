import { defineMessages } from '../../../../kernel/messages.ts'

export const taskWords = defineMessages('tasks.task', {
  tasks: 'Tasks',
  create: 'Create task',
  title: 'Task',
  dueAt: 'Due',
  assigneeId: 'Assignee',
  contactId: 'Contact',
  companyId: 'Company',
  createdAt: 'Created',
  complete: 'Complete task',
  reopen: 'Reopen task',
  completed: 'Done: {title}',
  deleted: 'Task deleted: {title}',
  overdue: 'Overdue',
  today: 'Today',
  week: 'Next 7 days',
  later: 'Later',
  undated: 'Without a date',
})
