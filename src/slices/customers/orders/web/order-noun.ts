import { defineMessages } from '../../../../kernel/messages.ts'

export const orderNoun = defineMessages('orders.noun', {
  one: 'Order',
  many: 'Orders',
  count: '{count, plural, one {# order} other {# orders}}',
  object: 'order',
  objects: 'orders',
  gender: 'neuter',
})
