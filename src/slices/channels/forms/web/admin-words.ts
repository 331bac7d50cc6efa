import { defineMessages } from '../../../../kernel/messages.ts'

export const actionWords = defineMessages('forms.action', {
  'form.changed': 'Changed a form',
  'form.created': 'Created a form',
  'form.deleted': 'Deleted a form',
  'form-submissions.exported': 'Exported what was sent through a form',
})
