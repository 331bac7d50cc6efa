import { defineMessages } from '../../../../kernel/messages.ts'

export const privacyWords = defineMessages('privacy.privacy', {
  requests: 'Requests about data',
  request: 'Request',
  access: 'Access to data',
  erasure: 'Erasure',
  rectification: 'Correction',
  restriction: 'Restriction',
  objection: 'Objection',
  received: 'Received',
  identified: 'In progress',
  done: 'Completed',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  overdue: 'Overdue',
  dueAt: 'Answer by',
  receivedAt: 'Received',
  assignee: 'Assignee',
  contact: 'Contact',
  askedBy: 'Who asks',
  email: 'E-mail for the answer',
  note: 'Note',
  noteRequest: 'Note a request',
  hold: 'Legal hold',
  privacy: 'Privacy',
})

/** Why something stays after an erasure. */
export const keptWords = defineMessages('privacy.privacy-kept', {
  accounting: 'books must be kept by law; without the person',
  counts: 'so that counts and sums stay right; without the person',
  proof: 'proof of what was done; without the person',
  suppression: 'keyed hashes, so that nothing is sent to these addresses again',
})
