import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('roles.permission', { roles: 'roles' })

export const actionWords = defineMessages('roles.action', {
  'role.record-rules-changed': 'Changed whose records roles see',
})
