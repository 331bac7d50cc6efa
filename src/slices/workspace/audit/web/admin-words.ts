import { defineMessages, say } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('audit.permission', { audit: 'the audit log' })

export const actionWords = defineMessages('audit.action', {
  'audit.exported': 'Exported the audit log',
})

const words = defineMessages('audit.detail', {
  name: 'Name',
  fields: 'Changed',
  count: 'How many',
  format: 'Format',
})

export const details = {
  name: { label: say(words, 'name') },
  fields: { label: say(words, 'fields') },
  count: { label: say(words, 'count') },
  format: { label: say(words, 'format') },
}
