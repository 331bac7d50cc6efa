import { defineMessages } from '../../../../kernel/messages.ts'
import type { FieldFault } from '../form.ts'

export const pageWords = defineMessages('forms.pages', {
  closed: 'This form is closed',
  closedText: 'Nothing can be sent through it at the moment.',
  notFound: 'There is no such form',
  notFoundText: 'The address may be incomplete, or the form is no longer used.',
  send: 'Send',
  thanksText: 'We will get back to you.',
  thanks: 'Thank you',
  checkMail: 'Please look into your mail and confirm there what you agreed to.',
  required: 'required',
  optional: 'optional',
  choose: 'Choose…',
  notSent: 'Nothing was sent yet. Please look at what is marked.',
  again: 'That was too quick for us. Please send it again.',
  expired: 'The page was open for long. Please send it again.',
  tooMany: 'Too much was sent from here. Please try again in an hour.',
  trap: 'Leave this empty',
})

/** What is wrong with an answer. */
export const faultWords = defineMessages('forms.fault', {
  required: 'Please fill this in.',
  email: 'This is not an e-mail address.',
  phone: 'This is not a phone number.',
  choice: 'Choose one of the options.',
  'too-long': 'This is too long, or has a line break.',
} satisfies Record<FieldFault, string>)
