import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('audit.permission', { audit: 'the audit log' })

export const actionWords = defineMessages('audit.action', {
  'audit.exported': 'Exported the audit log',
})

export const detailWords = defineMessages('audit.detail', {
  name: 'Name',
  kind: 'Kind',
  fields: 'Changed',
  count: 'How many',
  format: 'Format',
})
