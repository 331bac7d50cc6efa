import { defineMessages } from '../../../../kernel/messages.ts'

export const actionWords = defineMessages('contacts.action', {
  'contact.exported': 'Exported a contact',
})
