import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('tags.permission', {
  'tags:read': 'See tags',
  'tags:write': 'Create and change tags',
  'tags:manage': 'Manage tags',
})
