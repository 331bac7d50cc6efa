import { defineMessages } from '../../../../kernel/messages.ts'

export const fieldWords = defineMessages('fields.field', {
  contactFields: 'Contacts',
  companyFields: 'Companies',
  orderFields: 'Orders',
  text: 'Text',
  number: 'Number',
  money: 'Money',
  date: 'Date',
  choice: 'Choice',
  choices: 'Several choices',
  yesno: 'Yes or no',
  link: 'Link',
  contact: 'Contact',
  company: 'Company',
})
