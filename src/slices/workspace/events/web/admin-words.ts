import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('events.permission', { events: 'events' })

export const actionWords = defineMessages('events.action', {
  'events.read': 'Read events',
  'events.exported': 'Exported events',
  'event.read': 'Read an event',
})
