import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const ordersWeb: WebSlice = {
  panels: [
    { slot: 'contact.now', order: 30, needs: 'orders:read', load: () => import('./ContactOrders.tsx') },
    { slot: 'company.now', order: 30, needs: 'orders:read', load: () => import('./CompanyOrders.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  live: { orders: ['order', 'return', 'import'] },
}
