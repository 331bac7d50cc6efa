import { IconShoppingBag, IconShoppingBagPlus } from '@tabler/icons-react'
import { defineMessages } from '../../../../ui/i18n/i18n.tsx'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const ordersWeb: WebSlice = {
  screens: [
    { path: '/orders', load: () => import('./OrdersScreen.tsx') },
    { path: '/orders/bin', load: () => import('./BinScreen.tsx') },
    { path: '/orders/returns', load: () => import('./ReturnsScreen.tsx') },
    { path: '/orders/$id', load: () => import('./OrderScreen.tsx') },
  ],
  places: [
    {
      label: { en: 'Orders', cs: 'Objednávky' },
      href: '/orders',
      icon: IconShoppingBag,
      key: 'o',
      needs: 'orders:read',
    },
  ],
  actions: [
    {
      label: { en: 'Create order', cs: 'Vytvořit objednávku' },
      href: '/orders?new=record',
      icon: IconShoppingBagPlus,
      needs: 'orders:write',
    },
  ],
  records: [
    {
      name: 'order',
      table: 'orders',
      picture: IconShoppingBag,
      words: defineMessages({
        en: { one: 'Order', many: 'Orders', count: '{count, plural, one {# order} other {# orders}}' },
        cs: {
          one: 'Objednávka',
          many: 'Objednávky',
          count: '{count, plural, one {# objednávka} few {# objednávky} many {# objednávky} other {# objednávek}}',
        },
      }),
    },
  ],
  panels: [
    { slot: 'contact.now', order: 30, needs: 'orders:read', load: () => import('./ContactOrders.tsx') },
    { slot: 'company.now', order: 30, needs: 'orders:read', load: () => import('./CompanyOrders.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  live: { orders: ['order', 'return', 'import'] },
}
