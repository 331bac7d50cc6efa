import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('timeline.permission', { timeline: 'what happened lately' })

export const actionWords = defineMessages('timeline.action', {
  'timeline.read': 'Read what happened lately',
})
