import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('tags.permission', { tags: 'tags' })
