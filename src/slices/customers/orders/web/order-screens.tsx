import { defineText } from '../../../../kernel/messages.ts'
import type { RecordScreens } from '../../../../ui/record/record-screens.ts'
import type { Order, OrderRow } from '../schema.ts'
import { CreateOrderDialog } from './CreateOrderDialog.tsx'
import { OrderBody } from './OrderBody.tsx'
import { webOrder } from './order-record.tsx'
import { OrderStatus } from './OrderStatus.tsx'

const search = defineText('orders.order-screens.search', 'Search by number or customer')

export const screens: RecordScreens<OrderRow, Order> = {
  record: webOrder,
  bulk: ['status'],
  searchLabel: search,
  CreateDialog: CreateOrderDialog,
  Body: OrderBody,
  isNarrow: true,
  aside: ({ status }) => <OrderStatus status={status} />,
}
