import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('imports.permission', { imports: 'imports' })

export const actionWords = defineMessages('imports.action', {
  'import.started': 'Started an import',
  'import.undone': 'Undid an import',
  'import-errors.exported': 'Downloaded the refused rows of an import',
})
