import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('tasks.permission', {
  'tasks:read': 'See tasks',
  'tasks:write': 'Create and change tasks',
})
