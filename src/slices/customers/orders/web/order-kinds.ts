import { IconReceiptRefund, IconShoppingBag } from '@tabler/icons-react'
import { defineNoun } from '../../../../kernel/noun.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'

export const orderKind: WebKind = {
  name: 'order',
  table: 'orders',
  noun: defineNoun('orders.noun', 'order', 'orders'),
  icon: IconShoppingBag,
  linked: true,
}

export const returnKind: WebKind = {
  name: 'return',
  table: 'returns',
  noun: defineNoun('orders.return-noun', 'return', 'returns'),
  icon: IconReceiptRefund,
  isPart: true,
}
