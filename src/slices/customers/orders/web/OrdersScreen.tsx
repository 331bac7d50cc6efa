import { Menu } from '@mantine/core'
import { IconTruckReturn } from '@tabler/icons-react'
import { lazy } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { RecordList } from '../../../../ui/record/RecordList.tsx'
import { orderRecord } from './order-record.tsx'

// What opens over the list is fetched after the list.
const OrderSheet = lazy(() => import('./OrderSheet.tsx'))
const CreateOrderDialog = lazy(() => import('./CreateOrderDialog.tsx'))

const messages = defineMessages('orders.orders-screen', {
  returns: 'Show returns',
  search: 'Search by number or customer',
})

export default function OrdersScreen() {
  const t = useMessages(messages)
  return (
    <RecordList
      record={orderRecord}
      searchLabel={t('search')}
      menu={
        <Menu.Item component={Link} href="/orders/returns" leftSection={<IconTruckReturn size={14} />}>
          {t('returns')}
        </Menu.Item>
      }
      bulk={['status']}
      sheet={sheet => <OrderSheet {...sheet} />}
      createDialog={dialog => <CreateOrderDialog {...dialog} />}
    />
  )
}
