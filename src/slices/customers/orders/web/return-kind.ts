import { IconReceiptRefund } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'

export const returnKind: WebKind = {
  name: 'return',
  table: 'returns',
  noun: defineMessages('orders.return-noun', {
    one: 'Return',
    many: 'Returns',
    count: '{count, plural, one {# return} other {# returns}}',
    object: 'return',
    objects: 'returns',
    gender: 'neuter',
  }),
  icon: IconReceiptRefund,
}
