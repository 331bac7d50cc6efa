import { defineMessages } from '../../../../kernel/messages.ts'

export const formWords = defineMessages('forms.form', {
  forms: 'Forms',
  open: 'Open',
  closed: 'Closed',
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  company: 'Company',
  text: 'One line of text',
  'long-text': 'Long text',
  choice: 'Choice',
  checkbox: 'Checkbox',
  file: 'File',
})
