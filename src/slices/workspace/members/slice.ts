import { defineSlice } from '../../../platform/slice.ts'
import { routes } from './routes.ts'

export const membersSlice = defineSlice({
  name: 'workspace/members',
  permissions: { 'members:read': 'member', 'members:manage': 'admin' },
  routes,
  tables: ['members', 'invitations', 'invitation_hashes'],
})
