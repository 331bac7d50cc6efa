import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const apiKeysSlice = defineSlice({
  name: 'workspace/api-keys',
  permissions: { 'api-keys:manage': 'admin' },
  routes,
  tables: ['api_keys', 'api_key_hashes'],
})
