import { defineMessages } from '../../../../kernel/messages.ts'
import { identityWords } from './identity-words.ts'

export const permissionWords = defineMessages('identity.permission', {
  identity: 'comparisons of contacts',
  'identity:decide': 'Decide on comparisons of contacts',
  'identity:run': 'Run comparisons of contacts',
})

export const actionWords = defineMessages('identity.action', {
  'identity.decided': 'Decided whether contacts are one person',
  'identity.decision-taken-back': 'Took such a decision back',
  'identity.join-started': 'Joined all sure pairs',
  'identity.run-cancelled': 'Cancelled a comparison of contacts',
  'identity.run-started': 'Compared all contacts',
  'identity.settings-changed': 'Changed when contacts count as one person',
})

export const detailWords = defineMessages('identity.detail', { verdict: 'Decision' })

export const detailValues = { verdict: identityWords }
