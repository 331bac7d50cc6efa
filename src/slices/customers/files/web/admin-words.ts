import { defineMessages } from '../../../../kernel/messages.ts'

export const actionWords = defineMessages('files.action', {
  'file.read': 'Opened a file',
})
