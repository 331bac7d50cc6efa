import { defineMessages } from '../../../../kernel/messages.ts'

export const actionWords = defineMessages('outbox.action', {
  'mail.read': 'Read a mail',
  'mail.sent-again': 'Sent a mail again',
})
