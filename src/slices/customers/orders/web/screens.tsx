import { IconReceiptRefund, IconShoppingBag, IconShoppingBagPlus } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { orderNoun } from './order-noun.ts'

const words = defineMessages('orders.screens', {
  createOrder: 'Create order',
})

export const ordersWeb: WebSlice = {
  screens: [
    { path: '/orders', load: () => import('./OrdersScreen.tsx') },
    { path: '/orders/bin', load: () => import('./BinScreen.tsx') },
    { path: '/orders/returns', load: () => import('./ReturnsScreen.tsx') },
    { path: '/orders/$id', load: () => import('./OrderScreen.tsx') },
  ],
  places: [
    {
      label: say(orderNoun, 'many'),
      href: '/orders',
      icon: IconShoppingBag,
      key: 'o',
      needs: 'orders:read',
    },
  ],
  actions: [
    {
      label: say(words, 'createOrder'),
      href: '/orders?new=record',
      icon: IconShoppingBagPlus,
      needs: 'orders:write',
    },
  ],
  records: [
    {
      name: 'order',
      table: 'orders',
      hasFields: true,
      picture: IconShoppingBag,
      words: orderNoun,
    },
    {
      name: 'return',
      table: 'returns',
      isPart: true,
      picture: IconReceiptRefund,
      words: defineMessages('orders.return', {
        one: 'Return',
        many: 'Returns',
        count: '{count, plural, one {# return} other {# returns}}',
      }),
    },
  ],
  panels: [
    { slot: 'contact.now', order: 30, needs: 'orders:read', load: () => import('./ContactOrders.tsx') },
    { slot: 'company.now', order: 30, needs: 'orders:read', load: () => import('./CompanyOrders.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  live: { orders: ['import'] },
  eventGroups: defineMessages('orders.event-groups', { orders: 'Orders and returns' }),
}
