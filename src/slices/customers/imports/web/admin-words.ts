import { defineMessages } from '../../../../kernel/messages.ts'
import type { AdminWords } from '../../../../ui/screen/admin-words.ts'

export const permissionWords = defineMessages('imports.permission', { imports: 'imports' })

export const actionWords = defineMessages('imports.action', {
  'import.started': 'Started an import',
  'import.undone': 'Undid an import',
  'import-errors.exported': 'Downloaded the refused rows of an import',
})

export const detailWords = defineMessages('imports.detail', { object: 'What', source: 'Source' })

export const detailValues: AdminWords['detailValues'] = { object: 'kinds' }
