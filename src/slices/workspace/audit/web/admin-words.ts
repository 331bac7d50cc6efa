import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('audit.permission', {
  'audit:read': 'See the audit log',
  'audit:export': 'Export the audit log',
})

export const actionWords = defineMessages('audit.action', {
  'audit.exported': 'Exported the audit log',
})
