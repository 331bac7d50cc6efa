import { defineMessages } from '../../../../kernel/messages.ts'

export const roleWords = defineMessages('members.role', {
  member: 'Member',
  manager: 'Manager',
  admin: 'Admin',
  owner: 'Owner',
})
