import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('timeline.permission', {
  'timeline:read': 'See what happened lately',
})

export const actionWords = defineMessages('timeline.action', {
  'company.timeline-read': 'Read the timeline of a company',
  'contact.timeline-read': 'Read the timeline of a contact',
  'timeline.read': 'Read what happened lately',
})
