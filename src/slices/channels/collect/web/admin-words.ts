import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('collect.permission', { collect: 'sources' })

export const actionWords = defineMessages('collect.action', {
  'source.changed': 'Changed a source',
  'source.created': 'Created a source',
  'source.deleted': 'Deleted a source',
  'source.key-replaced': 'Replaced the key of a source',
})
