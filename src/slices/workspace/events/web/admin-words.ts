import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('events.permission', {
  'events:read': 'See events',
  'events:export': 'Export events',
})

export const actionWords = defineMessages('events.action', {
  'events.read': 'Read events',
  'events.exported': 'Exported events',
  'event.read': 'Read an event',
})
