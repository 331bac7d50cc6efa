import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('contacts.permission', {
  'contacts:read': 'See contacts',
  'contacts:write': 'Create and change contacts',
  'contacts:export': 'Export contacts',
})

export const actionWords = defineMessages('contacts.action', {
  'contact.exported': 'Exported a contact',
  'contact.read': 'Read a contact',
  'contacts.exported': 'Exported contacts',
  'contact.timeline-read': 'Read the timeline of a contact',
})
