import { defineMessages } from '../../../../kernel/messages.ts'

export const pageWords = defineMessages('merges.claim-page', {
  title: 'Is this address yours?',
  text: '{company} wants to link {address} with your customer record, so that all you have with us is found in one place.',
  button: 'Yes, it is mine',
  codeText: 'We sent a code of six figures to {address}. Enter it here.',
  code: 'Code',
  codeButton: 'Confirm address',
  wrong: 'This is not the code we sent. Check the mail and try again.',
  done: 'Thank you, the address is linked',
  doneText: 'You can close this page.',
  notFound: 'This link does not work',
  notFoundText: 'It may be incomplete, used already, or older than a day. Ask us for a new one.',
  tooMany: 'Too many tries',
  tooManyText: 'The code was entered wrongly too often. Ask us for a new one.',
})
