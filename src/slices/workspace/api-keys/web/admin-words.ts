import { defineMessages } from '../../../../kernel/messages.ts'
import type { AdminWords } from '../../../../ui/screen/admin-words.ts'

export const permissionWords = defineMessages('api-keys.permission', { 'api-keys': 'API keys' })

export const actionWords = defineMessages('api-keys.action', {
  'api-key.created': 'Created an API key',
  'api-key.revoked': 'Revoked an API key',
})

export const detailWords = defineMessages('api-keys.detail', { scopes: 'May', expiresAt: 'Until' })

export const detailValues: AdminWords['detailValues'] = { scopes: 'permissions' }
