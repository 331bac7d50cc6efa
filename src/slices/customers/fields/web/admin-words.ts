import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('fields.permission', {
  'fields:read': 'See custom fields',
  'fields:manage': 'Manage custom fields',
})
