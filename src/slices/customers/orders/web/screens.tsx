import { IconShoppingBagPlus } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { webOfKind } from '../../../../ui/record/web-of-kind.tsx'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { orderKind, returnKind } from './order-kinds.ts'
import './slots.ts'

const orders = webOfKind(
  orderKind,
  { key: 'o', createIcon: IconShoppingBagPlus, besides: [{ kind: returnKind, href: '/orders/returns' }] },
  () => import('./order-screens.tsx'),
)

export const ordersWeb: WebSlice = {
  ...orders,
  screens: [...orders.screens, { path: '/orders/returns', load: () => import('./ReturnsScreen.tsx') }],
  records: [...orders.records, returnKind],
  panels: [
    {
      slot: 'record.now',
      of: ['contact', 'company'],
      order: 30,
      needs: 'orders:read',
      load: () => import('./OrdersByPeriod.tsx'),
    },
  ],
  rows: () => import('./rows.tsx'),
  definitions: () => import('../record.ts'),
  events: () => import('../events.ts'),
  live: { orders: ['import'] },
  eventGroups: defineMessages('orders.event-groups', { orders: 'Orders and returns' }),
}
