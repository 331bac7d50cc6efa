import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('files.permission', {
  'files:read': 'See files',
  'files:write': 'Create and change files',
})

export const actionWords = defineMessages('files.action', {
  'file.read': 'Opened a file',
})
