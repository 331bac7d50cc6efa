import { Button } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { defineMessages, useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { one, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import type { TableColumn } from '../../../../ui/table/table-types.ts'
import { ListToolbar } from '../../../../ui/toolbar/ListToolbar.tsx'
import { SearchBox } from '../../../../ui/toolbar/SearchBox.tsx'
import { Money } from '../../../../ui/values/Money.tsx'
import { RelativeTime } from '../../../../ui/values/RelativeTime.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { deleteOrders, listDeletedOrders, restoreOrders, type OrderRow } from '../schema.ts'
import { orderWords } from './order-words.ts'

const messages = defineMessages({
  en: {
    title: 'Bin',
    search: 'Search the bin',
    restore: 'Restore',
    restored: '{count, plural, one {# order restored.} other {# orders restored.}}',
    count: '{count, plural, one {# order in the bin} other {# orders in the bin}}',
    empty: 'The bin is empty',
    emptyText: 'Orders you delete wait here and can be restored with their returns.',
  },
  cs: {
    title: 'Koš',
    search: 'Hledat v koši',
    restore: 'Obnovit',
    restored:
      '{count, plural, one {# objednávka obnovena.} few {# objednávky obnoveny.} many {# objednávky obnoveno.} other {# objednávek obnoveno.}}',
    count:
      '{count, plural, one {# objednávka v koši} few {# objednávky v koši} many {# objednávky v koši} other {# objednávek v koši}}',
    empty: 'Koš je prázdný',
    emptyText: 'Smazané objednávky tu čekají a jdou obnovit i s vratkami.',
  },
})

export default function BinScreen() {
  const t = useMessages(messages)
  const words = useMessages(orderWords)
  const format = useFormat()
  const attempt = useAttempt()
  const mayWrite = useCan()('orders:write')
  const [state, change] = useUrlState()
  const q = one(state, 'q') ?? ''
  const list = useInfiniteEndpoint(listDeletedOrders, { query: { q, limit: 100 } }, { total: true })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const refreshes = ['orders', 'contacts', 'companies', 'timeline']
  const restore = useCommand(restoreOrders, {
    refreshes,
    optimistic: (cache, { body }) => cache.remove('orders', body.ids),
  })
  const remove = useCommand(deleteOrders, { refreshes })
  const restoreSelected = () => {
    const ids = [...selected]
    setSelected(new Set())
    void attempt(restore.run({ body: { ids } })).then(done => {
      if (done) toastUndo(t('restored', { count: ids.length }), () => remove.run({ body: { ids } }))
    })
  }
  const columns: TableColumn<OrderRow>[] = [
    { key: 'number', label: words('number'), width: 160, phone: 'title', render: row => row.number },
    { key: 'contactId', label: words('contactId'), width: 220, phone: 'meta', render: row => row.contactName },
    {
      key: 'placedAt',
      label: words('placedAt'),
      width: 120,
      phone: 'hidden',
      render: row => format.date(row.placedAt),
    },
    {
      key: 'amount',
      label: words('amount'),
      width: 120,
      align: 'end',
      phone: 'hidden',
      render: row => <Money amount={row.amount} currency={row.currency} />,
    },
    {
      key: 'deletedAt',
      label: words('deletedAt'),
      width: 140,
      phone: 'trailing',
      render: row => row.deletedAt && <RelativeTime at={row.deletedAt} />,
    },
  ]
  return (
    <Page
      title={t('title')}
      breadcrumbs={[{ label: words('orders'), href: '/orders' }]}
      layout="fill"
      toolbar={
        <ListToolbar
          end={<SearchBox value={q} onChange={next => change({ q: next }, 'replace')} label={t('search')} />}
        >
          {null}
        </ListToolbar>
      }
    >
      <DataTable
        label={t('title')}
        columns={columns}
        rows={list.items}
        rowId={row => row.id}
        href={row => `/orders/${row.id}`}
        loading={list.loading || list.loadingMore}
        hasMore={list.hasMore}
        onLoadMore={list.loadMore}
        selected={selected}
        onSelectedChange={mayWrite ? setSelected : undefined}
        bulkActions={
          <Button size="xs" variant="subtle" leftSection={<IconArrowBackUp size={15} />} onClick={restoreSelected}>
            {t('restore')}
          </Button>
        }
        countText={list.total && t('count', { count: format.count(list.total) })}
        error={list.error && <ProblemState problem={list.error} onRetry={list.retry} />}
        empty={<EmptyState icon={IconTrash} title={t('empty')} description={t('emptyText')} />}
      />
    </Page>
  )
}
