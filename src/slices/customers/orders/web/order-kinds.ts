import { IconReceiptRefund, IconShoppingBag } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'

export const orderKind = {
  name: 'order',
  table: 'orders',
  noun: defineMessages('orders.noun', {
    one: 'Order',
    many: 'Orders',
    count: '{count, plural, one {# order} other {# orders}}',
    object: 'order',
    objects: 'orders',
    gender: 'neuter',
  }),
  icon: IconShoppingBag,
} satisfies WebKind

export const returnKind = {
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
  isPart: true,
} satisfies WebKind
