import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('fields.permission', { fields: 'custom fields' })
