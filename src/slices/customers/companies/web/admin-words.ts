import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('companies.permission', {
  'companies:read': 'See companies',
  'companies:write': 'Create and change companies',
  'companies:export': 'Export companies',
})

export const actionWords = defineMessages('companies.action', {
  'companies.exported': 'Exported companies',
  'company.read': 'Read a company',
  'company.timeline-read': 'Read the timeline of a company',
})
