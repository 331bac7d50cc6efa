import { defineSlice } from '../../../platform/slice.ts'
import { apiKeyEvents } from './events.ts'
import { routes } from './routes.ts'

export const apiKeysSlice = defineSlice({
  name: 'workspace/api-keys',
  permissions: { 'api-keys:manage': 'admin' },
  routes,
  events: [apiKeyEvents],
  tables: ['api_keys', 'api_key_hashes'],
})
