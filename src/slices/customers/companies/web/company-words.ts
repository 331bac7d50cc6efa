import { defineMessages } from '../../../../kernel/messages.ts'

/** The words for what a company consists of, used by its list, page and forms. */
export const companyWords = defineMessages('companies.company', {
  companies: 'Companies',
  name: 'Name',
  domain: 'Domain',
  industry: 'Industry',
  employees: 'Employees',
  phone: 'Phone',
  website: 'Website',
  street: 'Street',
  city: 'City',
  region: 'Region',
  postalCode: 'Postal code',
  country: 'Country',
  parentId: 'Parent company',
  ownerId: 'Owner',
  teamId: 'Team',
  tagIds: 'Tags',
  source: 'Source',
  importId: 'Import',
  orders: 'Orders',
  netAmount: 'Revenue',
  lastTouchAt: 'Last touch',
  createdAt: 'Created',
})
