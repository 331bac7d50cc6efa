import { IconShoppingBag, IconShoppingBagPlus } from '@tabler/icons-react'
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
  panels: [
    { slot: 'contact.now', order: 30, needs: 'orders:read', load: () => import('./ContactOrders.tsx') },
    { slot: 'company.now', order: 30, needs: 'orders:read', load: () => import('./CompanyOrders.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  live: { orders: ['order', 'return', 'import'] },
}
