import { Button } from '@mantine/core'
import { IconTruckReturn } from '@tabler/icons-react'
import { useMemo } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import type { Field } from '../../../../ui/fields/field.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { ColumnChooser } from '../../../../ui/toolbar/ColumnChooser.tsx'
import { FilterBar } from '../../../../ui/toolbar/FilterBar.tsx'
import { ListToolbar } from '../../../../ui/toolbar/ListToolbar.tsx'
import { SearchBox } from '../../../../ui/toolbar/SearchBox.tsx'
import { Money } from '../../../../ui/values/Money.tsx'
import { NumberText } from '../../../../ui/values/NumberText.tsx'
import { useCan, useSession } from '../../../workspace/sign-in/web/public.tsx'
import { useListState } from '../../../workspace/views/web/public.tsx'
import { companyField } from '../../companies/web/public.tsx'
import { resolveContacts, searchContacts } from '../../contacts/web/public.tsx'
import { importField } from '../../imports/web/public.tsx'
import { listReturns, type ReturnRow } from '../schema.ts'
import { OwnerLink } from './OwnerLink.tsx'
import { orderWords } from './order-words.ts'

const messages = defineMessages('orders.returns-screen', {
  all: 'All returns',
  search: 'Search by customer',
  count: '{count, plural, one {# return} other {# returns}}',
  empty: 'Returns appear here',
  emptyText: 'Open an order to record what came back of it.',
  none: 'No return matches',
  noneText: 'Nothing here fits this search and these filters.',
  clear: 'Clear search and filters',
})

export default function ReturnsScreen() {
  const t = useMessages(messages)
  const words = useMessages(orderWords)
  const format = useFormat()
  const { currency } = useSession().workspace
  const mayImport = useCan()('imports:read')
  const filters = useMemo<Field[]>(
    () => [
      {
        key: 'contactId',
        label: words('contactId'),
        type: 'contact',
        operators: ['eq'],
        search: searchContacts,
        resolve: resolveContacts,
      },
      companyField('companyId', words('companyId')),
      {
        key: 'returnedAt',
        label: words('returnedAt'),
        type: 'date',
        isInstant: true,
        operators: ['gte', 'lt', 'lte', 'eq'],
      },
      { key: 'amount', label: words('amountIn', { currency }), type: 'money', currency, operators: ['gte', 'lte'] },
      ...(mayImport ? [importField(words('importId'))] : []),
    ],
    [words, currency, mayImport],
  )
  const columns = useMemo<TableColumn<ReturnRow>[]>(() => {
    const link = (href: string, name: string | null) => <OwnerLink href={href} name={name} />
    return [
      { key: 'number', label: words('number'), width: 132, phone: 'title', render: row => row.number },
      {
        key: 'orderId',
        label: words('order'),
        width: 116,
        phone: 'hidden',
        render: row => row.orderId && link(`/orders/${row.orderId}`, row.orderNumber),
      },
      {
        key: 'contactId',
        label: words('contactId'),
        width: 184,
        phone: 'meta',
        render: row => row.contactId && link(`/contacts/${row.contactId}`, row.contactName),
      },
      {
        key: 'companyId',
        label: words('companyId'),
        width: 168,
        phone: 'hidden',
        render: row => row.companyId && link(`/companies/${row.companyId}`, row.companyName),
      },
      {
        key: 'returnedAt',
        label: words('returnedAt'),
        width: 112,
        sortable: true,
        phone: 'meta',
        render: row => <span className="tabular">{format.date(row.returnedAt)}</span>,
      },
      { key: 'reason', label: words('reason'), width: 200, phone: 'hidden', render: row => row.reason },
      {
        key: 'quantity',
        label: words('quantity'),
        width: 76,
        align: 'end',
        phone: 'hidden',
        render: row => row.quantity !== null && <NumberText value={row.quantity} />,
      },
      {
        key: 'amount',
        label: words('amount'),
        width: 116,
        align: 'end',
        phone: 'trailing',
        render: row => <Money amount={row.amount} currency={row.currency} />,
      },
      {
        key: 'baseAmount',
        label: words('baseAmount', { currency }),
        width: 108,
        align: 'end',
        phone: 'hidden',
        render: row => <Money amount={row.baseAmount} currency={currency} />,
      },
    ]
  }, [words, format, currency])
  const keys = useMemo(() => columns.map(column => column.key), [columns])
  const list = useListState({
    object: 'returns',
    allName: t('all'),
    fields: filters,
    columns: keys,
    hidden: [],
    defaultSort: '-returnedAt',
  })
  const returns = useInfiniteEndpoint(listReturns, { query: { ...list.query, limit: 100 } }, { total: true })
  return (
    <Page
      title={words('returns')}
      breadcrumbs={[{ label: words('orders'), href: '/orders' }]}
      layout="fill"
      toolbar={
        <ListToolbar
          end={
            <>
              <SearchBox value={list.q} onChange={list.setQ} label={t('search')} />
              <ColumnChooser columns={columns} layout={list.layout} onLayoutChange={list.setLayout} />
            </>
          }
        >
          {list.viewMenu}
          <FilterBar fields={filters} filters={list.filters} onChange={list.setFilters} />
        </ListToolbar>
      }
    >
      <DataTable
        label={words('returns')}
        columns={columns}
        rows={returns.items}
        rowId={row => row.id}
        href={row =>
          row.orderId ? `/orders/${row.orderId}` : row.contactId ? `/contacts/${row.contactId}` : '/orders/returns'
        }
        layout={list.layout}
        onLayoutChange={list.setLayout}
        sort={list.sort}
        onSortChange={list.setSort}
        loading={returns.loading || returns.loadingMore}
        hasMore={returns.hasMore}
        onLoadMore={returns.loadMore}
        countText={returns.total && t('count', { count: format.count(returns.total) })}
        error={returns.error && <ProblemState problem={returns.error} onRetry={returns.retry} />}
        empty={
          list.isNarrowed ? (
            <EmptyState
              title={t('none')}
              description={t('noneText')}
              action={
                <Button variant="default" onClick={list.clear}>
                  {t('clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState icon={IconTruckReturn} title={t('empty')} description={t('emptyText')} />
          )
        }
      />
    </Page>
  )
}
