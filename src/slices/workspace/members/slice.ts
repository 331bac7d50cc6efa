import { defineSlice } from '../../../platform/slice.ts'
import { invitationEvents, memberEvents } from './events.ts'
import { demo } from './demo.ts'
import { handedOver, handOver } from './hand-over.ts'
import { routes } from './routes.ts'

export const membersSlice = defineSlice({
  name: 'workspace/members',
  permissions: { 'members:read': 'member', 'members:manage': 'admin' },
  routes,
  reactions: [handedOver],
  jobs: [handOver],
  events: [invitationEvents, memberEvents],
  demo,
  tables: ['members', 'invitations', 'invitation_hashes'],
})
