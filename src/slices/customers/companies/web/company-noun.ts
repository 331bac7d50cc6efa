import { defineMessages } from '../../../../kernel/messages.ts'

export const companyNoun = defineMessages('companies.noun', {
  one: 'Company',
  many: 'Companies',
  count: '{count, plural, one {# company} other {# companies}}',
  object: 'company',
  objects: 'companies',
  gender: 'neuter',
})
