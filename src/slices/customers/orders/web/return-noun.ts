import { defineMessages } from '../../../../kernel/messages.ts'

export const returnNoun = defineMessages('orders.return-noun', {
  one: 'Return',
  many: 'Returns',
  count: '{count, plural, one {# return} other {# returns}}',
  object: 'return',
  objects: 'returns',
  gender: 'neuter',
})
