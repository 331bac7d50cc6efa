import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('views.permission', { 'views:share': 'Share views' })
