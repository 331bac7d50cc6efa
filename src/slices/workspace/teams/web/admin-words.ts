import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('teams.permission', { teams: 'teams' })

export const actionWords = defineMessages('teams.action', {
  'team.changed': 'Changed a team',
  'team.created': 'Created a team',
  'team.deleted': 'Deleted a team',
})
