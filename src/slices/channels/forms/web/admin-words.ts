import { defineMessages } from '../../../../kernel/messages.ts'

export const permissionWords = defineMessages('forms.permission', {
  'forms:read': 'See forms',
  'forms:write': 'Create and change forms',
})

export const actionWords = defineMessages('forms.action', {
  'form.changed': 'Changed a form',
  'form.created': 'Created a form',
  'form.deleted': 'Deleted a form',
  'form-submissions.exported': 'Exported what was sent through a form',
})
