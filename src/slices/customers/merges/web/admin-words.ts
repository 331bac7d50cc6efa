import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('merges.permission', { merges: 'merges' })

export const actionWords = defineMessages('merges.action', {
  'claim.confirmed': 'Confirmed an address as their own',
  'claim.sent': 'Sent a claim link',
  'contact.merged': 'Merged contacts',
  'contact.split': 'Took ways to reach out of a contact',
  'contact.unmerged': 'Unmerged contacts',
  'merges.undone': 'Undid many merges',
})
