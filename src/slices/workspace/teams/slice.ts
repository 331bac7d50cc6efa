import { defineSlice } from '../../../platform/slice.ts'
import { teamEvents } from './events.ts'
import { demo } from './demo.ts'
import { routes } from './routes.ts'

export const teamsSlice = defineSlice({
  name: 'workspace/teams',
  permissions: { 'teams:read': 'member', 'teams:manage': 'admin' },
  routes,
  events: [teamEvents],
  demo,
  tables: ['teams', 'team_members'],
})
