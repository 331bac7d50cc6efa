import { Menu } from '@mantine/core'
import { IconShoppingBag, IconTruckReturn } from '@tabler/icons-react'
import { lazy, useMemo } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { RecordList } from '../../../../ui/screen/RecordList.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { useListState } from '../../../workspace/views/web/public.tsx'
import { exportOrders, listOrders } from '../schema.ts'
import { BulkActions } from './BulkActions.tsx'
import { orderWords } from './order-words.ts'
import { hiddenColumns, useOrderColumns, useOrderFilters } from './use-order-columns.tsx'

// What opens over the list is fetched after the list.
const OrderSheet = lazy(() => import('./OrderSheet.tsx'))
const CreateOrderDialog = lazy(() => import('./CreateOrderDialog.tsx'))

const messages = defineMessages('orders.orders-screen', {
  all: 'All orders',
  create: 'Create order',
  returns: 'Show returns',
  search: 'Search by number or customer',
  count: '{count, plural, one {# order} other {# orders}}',
  emptyTitle: 'Orders appear here',
  emptyText: 'Record the first one, or import a file with those you have.',
  noneTitle: 'No order matches',
  noneText: 'Nothing here fits this search and these filters.',
})

const formats = [
  { key: 'csv', label: 'CSV' },
  { key: 'jsonl', label: 'JSON Lines' },
]

export default function OrdersScreen() {
  const t = useMessages(messages)
  const words = useMessages(orderWords)
  const can = useCan()
  const { filters, custom, status } = useOrderFilters()
  const columns = useOrderColumns(status, custom)
  const keys = useMemo(() => columns.map(column => column.key), [columns])
  const hidden = useMemo(() => [...hiddenColumns, ...custom.map(field => field.key)], [custom])
  const list = useListState({
    object: 'orders',
    allName: t('all'),
    fields: filters,
    columns: keys,
    hidden,
    defaultSort: '-placedAt',
  })
  const orders = useInfiniteEndpoint(listOrders, { query: { ...list.query, limit: 100 } }, { total: true })
  return (
    <RecordList
      label={words('orders')}
      href="/orders"
      icon={IconShoppingBag}
      state={list}
      fields={filters}
      columns={columns}
      records={orders}
      mayWrite={can('orders:write')}
      download={can('orders:export') ? { endpoint: exportOrders, formats } : undefined}
      menu={
        <Menu.Item component={Link} href="/orders/returns" leftSection={<IconTruckReturn size={14} />}>
          {t('returns')}
        </Menu.Item>
      }
      texts={{
        create: t('create'),
        search: t('search'),
        count: count => t('count', { count }),
        emptyTitle: t('emptyTitle'),
        emptyText: t('emptyText'),
        noneTitle: t('noneTitle'),
        noneText: t('noneText'),
      }}
      bulkActions={(rows, onDone) => <BulkActions rows={rows} status={status} onDone={onDone} />}
      sheet={sheet => <OrderSheet {...sheet} />}
      createDialog={dialog => <CreateOrderDialog {...dialog} />}
    />
  )
}
