import { defineMessages } from '../../../../kernel/messages.ts'
import { roleWords } from './role-words.ts'

export const permissionWords = defineMessages('members.permission', { members: 'members' })

export const actionWords = defineMessages('members.action', {
  'invitation.renewed': 'Sent an invitation again',
  'invitation.revoked': 'Withdrew an invitation',
  'member.changed': 'Changed a member',
  'member.invited': 'Invited a member',
  'member.removed': 'Removed a member',
  'member.role-changed': 'Changed a role',
})

export const detailWords = defineMessages('members.detail', { role: 'Role', before: 'Before', after: 'After' })

export const detailValues = { role: roleWords, before: roleWords, after: roleWords }
