import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPlus, IconShoppingBag, IconTrash, IconTruckReturn } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { addressOf } from '../../../../ui/api/call.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { defineMessages, useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { one, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { ColumnChooser } from '../../../../ui/toolbar/ColumnChooser.tsx'
import { ExportMenu } from '../../../../ui/toolbar/ExportMenu.tsx'
import { FilterBar } from '../../../../ui/toolbar/FilterBar.tsx'
import { ListToolbar } from '../../../../ui/toolbar/ListToolbar.tsx'
import { SearchBox } from '../../../../ui/toolbar/SearchBox.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { useListState } from '../../../workspace/views/web/public.tsx'
import { exportOrders, listOrders } from '../schema.ts'
import { BulkActions } from './BulkActions.tsx'
import { CreateOrderDialog } from './CreateOrderDialog.tsx'
import { OrderSheet } from './OrderSheet.tsx'
import { orderWords } from './order-words.ts'
import { hiddenColumns, useOrderColumns, useOrderFilters } from './use-order-columns.tsx'

const messages = defineMessages({
  en: {
    all: 'All orders',
    create: 'Create order',
    more: 'More',
    bin: 'Open bin',
    returns: 'Show returns',
    search: 'Search by number or customer',
    count: '{count, plural, one {# order} other {# orders}}',
    emptyTitle: 'Orders appear here',
    emptyText: 'Record the first one, or import a file with those you have.',
    noneTitle: 'No order matches',
    noneText: 'Nothing here fits this search and these filters.',
    clear: 'Clear search and filters',
  },
  cs: {
    all: 'Všechny objednávky',
    create: 'Vytvořit objednávku',
    more: 'Více',
    bin: 'Otevřít koš',
    returns: 'Zobrazit vratky',
    search: 'Hledat podle čísla nebo zákazníka',
    count: '{count, plural, one {# objednávka} few {# objednávky} many {# objednávky} other {# objednávek}}',
    emptyTitle: 'Tady budou objednávky',
    emptyText: 'Zapište první, nebo importujte soubor s těmi, které máte.',
    noneTitle: 'Žádná objednávka neodpovídá',
    noneText: 'Nic tu neodpovídá tomuto hledání a filtrům.',
    clear: 'Zrušit hledání a filtry',
  },
})

const formats = [
  { key: 'csv', label: 'CSV' },
  { key: 'jsonl', label: 'JSON Lines' },
] as const

export default function OrdersScreen() {
  const t = useMessages(messages)
  const words = useMessages(orderWords)
  const format = useFormat()
  const can = useCan()
  const [state, change] = useUrlState()
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
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())

  const mayWrite = can('orders:write')
  const create = () => change({ new: 'order' })
  useShortcuts(words('orders'), mayWrite ? [{ keys: 'c', label: t('create'), run: create }] : [])
  const openId = one(state, 'open')
  const at = orders.items.findIndex(row => row.id === openId)
  const openRow = (index: number) =>
    orders.items[index] ? () => change({ open: orders.items[index]!.id }, 'replace') : undefined
  const download = (key: string) => {
    const query = { ...list.query, format: key as (typeof formats)[number]['key'] }
    location.assign(addressOf(exportOrders, { query }))
  }
  return (
    <Page
      title={words('orders')}
      layout="fill"
      actions={
        <>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t('more')} title={t('more')}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item component={Link} href="/orders/returns" leftSection={<IconTruckReturn size={14} />}>
                {t('returns')}
              </Menu.Item>
              <Menu.Item component={Link} href="/orders/bin" leftSection={<IconTrash size={14} />}>
                {t('bin')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {mayWrite && (
            <Button leftSection={<IconPlus size={15} />} onClick={create}>
              {t('create')}
            </Button>
          )}
        </>
      }
      toolbar={
        <ListToolbar
          end={
            <>
              <SearchBox value={list.q} onChange={list.setQ} label={t('search')} />
              <ColumnChooser columns={columns} layout={list.layout} onLayoutChange={list.setLayout} />
              {can('orders:export') && <ExportMenu formats={formats} onExport={download} />}
            </>
          }
        >
          {list.viewMenu}
          <FilterBar fields={filters} filters={list.filters} onChange={list.setFilters} />
        </ListToolbar>
      }
    >
      <DataTable
        label={words('orders')}
        columns={columns}
        rows={orders.items}
        rowId={row => row.id}
        href={row => `/orders/${row.id}`}
        onOpen={row => change({ open: row.id })}
        openId={openId}
        layout={list.layout}
        onLayoutChange={list.setLayout}
        sort={list.sort}
        onSortChange={list.setSort}
        loading={orders.loading || orders.loadingMore}
        hasMore={orders.hasMore}
        onLoadMore={orders.loadMore}
        selected={selected}
        onSelectedChange={mayWrite ? setSelected : undefined}
        bulkActions={
          <BulkActions
            rows={orders.items.filter(row => selected.has(row.id))}
            status={status}
            onDone={() => setSelected(new Set())}
          />
        }
        countText={orders.total && t('count', { count: format.count(orders.total) })}
        error={orders.error && <ProblemState problem={orders.error} onRetry={orders.retry} />}
        empty={
          list.isNarrowed ? (
            <EmptyState
              title={t('noneTitle')}
              description={t('noneText')}
              action={
                <Button variant="default" onClick={list.clear}>
                  {t('clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={IconShoppingBag}
              title={t('emptyTitle')}
              description={t('emptyText')}
              action={mayWrite && <Button onClick={create}>{t('create')}</Button>}
            />
          )
        }
      />
      <OrderSheet
        id={openId}
        onClose={() => change({ open: undefined })}
        onPrevious={at > 0 ? openRow(at - 1) : undefined}
        onNext={at >= 0 ? openRow(at + 1) : undefined}
      />
      {one(state, 'new') === 'order' && (
        <CreateOrderDialog
          onClose={() => change({ new: undefined }, 'replace')}
          onCreated={order => change({ new: undefined, open: order.id }, 'replace')}
        />
      )}
    </Page>
  )
}
