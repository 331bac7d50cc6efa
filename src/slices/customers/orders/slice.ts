import { defineSlice } from '../../../platform/slice.ts'
import { personalData } from './personal-data.ts'
import { routes } from './routes.ts'
import { orderSearch } from './search.ts'

export const ordersSlice = defineSlice({
  name: 'customers/orders',
  records: [
    { name: 'order', table: 'orders', search: orderSearch, hasFields: true },
    { name: 'return', table: 'returns' },
  ],
  permissions: { 'orders:read': 'member', 'orders:write': 'member', 'orders:export': 'manager' },
  routes,
  personalData,
  tables: ['orders', 'order_items', 'returns'],
})
