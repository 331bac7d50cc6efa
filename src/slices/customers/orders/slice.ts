import { defineSlice } from '../../../platform/slice.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'

export const ordersSlice = defineSlice({
  name: 'customers/orders',
  permissions: { 'orders:read': 'member', 'orders:write': 'member', 'orders:export': 'manager' },
  routes,
  personalData,
  tables: ['orders', 'order_items', 'returns'],
})
