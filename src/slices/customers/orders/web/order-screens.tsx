import { IconTruckReturn } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { MenuItem } from '../../../../ui/layout/DotsMenu.tsx'
import type { RecordScreens } from '../../../../ui/record/record-screens.ts'
import type { Order, OrderRow } from '../schema.ts'
import { CreateOrderDialog } from './CreateOrderDialog.tsx'
import { OrderBody } from './OrderBody.tsx'
import { webOrder } from './order-record.tsx'
import { OrderStatus } from './OrderStatus.tsx'

const messages = defineMessages('orders.order-screens', {
  returns: 'Show returns',
  search: 'Search by number or customer',
})

export const screens: RecordScreens<OrderRow, Order> = {
  record: webOrder,
  bulk: ['status'],
  searchLabel: say(messages, 'search'),
  listMenu: <ReturnsItem />,
  CreateDialog: CreateOrderDialog,
  Body: OrderBody,
  isNarrow: true,
  aside: ({ status }) => <OrderStatus status={status} />,
}

function ReturnsItem() {
  const t = useMessages(messages)
  return <MenuItem icon={IconTruckReturn} label={t('returns')} href="/orders/returns" />
}
