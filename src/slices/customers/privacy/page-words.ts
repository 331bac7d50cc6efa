import { defineMessages } from '../../../kernel/messages.ts'

export const pageWords = defineMessages('privacy.pages', {
  notFound: 'Page not found',
  notFoundText: 'The link is not complete, or its time is over. Ask for a new one.',
  title: 'Your data',
  intro:
    'You can ask {company} for a copy of the data it holds about you, or to erase it. The answer comes within 30 days.',
  access: 'Send me a copy of my data',
  erasure: 'Erase my data',
  erasureText: 'Orders stay in the books without your name, as the law demands.',
  email: 'Your e-mail address',
  ask: 'Send a confirmation link',
  sent: 'Look into your mailbox',
  sentText: 'If we know this address, a link is on its way. Your request counts once you have confirmed it there.',
  confirmText: 'The request is about the data held about {email}.',
  received: 'We have your request',
  receivedText: 'You will have an answer by {day} at the latest.',
  download: 'Your data is ready',
  downloadText: 'The file holds a page that you can read (your-data.html) and the same for programs (data.json).',
  downloadButton: 'Download your data',
  badEmail: 'Write an e-mail address such as marta@example.com.',
  'confirm-access': 'Confirm that you want your data',
  'confirm-erasure': 'Confirm that you want your data erased',
  'confirmButton-access': 'Ask for my data',
  'confirmButton-erasure': 'Ask for erasure',
})
