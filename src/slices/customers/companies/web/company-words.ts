import { defineMessages } from '../../../../kernel/messages.ts'

/** The words for what a company consists of besides what other records have too. */
export const companyWords = defineMessages('companies.company', {
  name: 'Name',
  domain: 'Domain',
  industry: 'Industry',
  employees: 'Employees',
  website: 'Website',
  parentId: 'Parent company',
})
