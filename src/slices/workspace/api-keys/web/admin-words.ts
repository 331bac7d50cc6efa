import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('api-keys.permission', { 'api-keys': 'API keys' })

export const actionWords = defineMessages('api-keys.action', {
  'api-key.created': 'Created an API key',
  'api-key.revoked': 'Revoked an API key',
})
