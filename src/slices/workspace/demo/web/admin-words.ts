import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('demo.permission', { 'demo:remove': 'Remove demo data' })

export const actionWords = defineMessages('demo.action', {
  'demo.removed': 'Removed the demo data',
})
