import { defineMessages } from '../../../../kernel/messages.ts'

/** The words for what several kinds of records consist of. */
export const sharedWords = defineMessages('fields.shared', {
  phone: 'Phone',
  ownerId: 'Owner',
  teamId: 'Team',
  tagIds: 'Tags',
  street: 'Street',
  city: 'City',
  region: 'Region',
  postalCode: 'Postal code',
  country: 'Country',
  language: 'Language',
  timeZone: 'Time zone',
  source: 'Source',
  importId: 'Import',
  orders: 'Orders',
  netAmount: 'Revenue',
  lastTouchAt: 'Last touch',
  createdAt: 'Created',
  updatedAt: 'Changed',
})
