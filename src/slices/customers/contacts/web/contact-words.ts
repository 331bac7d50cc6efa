import { defineMessages } from '../../../../kernel/messages.ts'

/** The words for what a contact consists of besides what other records have too. */
export const contactWords = defineMessages('contacts.contact', {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  jobTitle: 'Job title',
  email: 'E-mail',
  companyId: 'Company',
  lifecycle: 'Lifecycle',
  birthday: 'Birthday',
  stranger: 'Stranger',
  lead: 'Lead',
  prospect: 'Prospect',
  customer: 'Customer',
  loyal: 'Loyal',
  advocate: 'Advocate',
  lapsed: 'Lapsed',
})
