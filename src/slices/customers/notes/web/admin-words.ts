import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('notes.permission', {
  'notes:read': 'See notes',
  'notes:write': 'Create and change notes',
})
