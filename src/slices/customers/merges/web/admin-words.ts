import { defineMessages } from '../../../../kernel/messages.ts'
import { mergeWords } from './merge-words.ts'

export const permissionWords = defineMessages('merges.permission', { merges: 'merges' })

export const actionWords = defineMessages('merges.action', {
  'claim.confirmed': 'Confirmed an address as their own',
  'claim.sent': 'Sent a claim link',
  'contact.merged': 'Merged contacts',
  'contact.split': 'Took ways to reach out of a contact',
  'contact.unmerged': 'Unmerged contacts',
  'merges.undone': 'Undid many merges',
})

export const detailWords = defineMessages('merges.detail', {
  handles: 'Ways to reach',
  how: 'How',
  since: 'Since',
  total: 'Merges',
})

export const detailValues = { how: mergeWords }
