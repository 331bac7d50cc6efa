import { Button } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { WordedNumber } from '../../kernel/message-params.ts'
import { defineMessages } from '../../kernel/messages.ts'
import type { AnyEndpoint } from '../api/call.ts'
import { useCommand } from '../api/use-command.ts'
import { useInfiniteEndpoint } from '../api/use-infinite-endpoint.ts'
import { toastUndo } from '../feedback/toast.ts'
import { useFormat, useMessages } from '../i18n/i18n.tsx'
import { EmptyState } from '../layout/EmptyState.tsx'
import { Page } from '../layout/Page.tsx'
import { DataTable } from '../table/DataTable.tsx'
import type { TableColumn } from '../table/table-types.ts'
import { ListToolbar } from '../toolbar/ListToolbar.tsx'
import { SearchBox } from '../toolbar/SearchBox.tsx'
import { RelativeTime } from '../values/RelativeTime.tsx'
import { ProblemState } from './ProblemState.tsx'
import { useAttempt } from './use-attempt.ts'
import type { IdsEndpoint } from './use-bulk-actions.ts'
import { one, useUrlState } from './use-url-state.ts'

const messages = defineMessages('ui.record-bin', {
  title: 'Bin',
  search: 'Search the bin',
  restore: 'Restore',
  deletedAt: 'Deleted',
  empty: 'The bin is empty',
})

export interface RecordBinProps<Row> {
  /** The list that the records came from. */
  parent: { label: string; href: string }
  columns: readonly TableColumn<Row>[]
  /** Lists what is in the bin; `restore` and `remove` take `{ ids }`. */
  list: AnyEndpoint
  restore: IdsEndpoint
  remove: IdsEndpoint
  refreshes?: readonly string[]
  mayWrite: boolean
  texts: { count: (count: WordedNumber) => string; restored: (count: number) => string; empty: string }
}

/** What was deleted of one kind, with search and restoring. */
export function RecordBin<Row extends { id: string; deletedAt: string | null }>(props: RecordBinProps<Row>) {
  const { parent, columns, texts, mayWrite } = props
  const t = useMessages(messages)
  const format = useFormat()
  const attempt = useAttempt()
  const [state, change] = useUrlState()
  const q = one(state, 'q') ?? ''
  const list = useInfiniteEndpoint(props.list, { query: { q, limit: 100 } }, { total: true })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const refreshes = props.refreshes ?? [props.restore.tag]
  const restore = useCommand(props.restore, {
    refreshes,
    optimistic: (cache, { body }) => cache.remove(props.restore.tag, body.ids),
  })
  const remove = useCommand(props.remove, { refreshes })
  const restoreSelected = () => {
    const ids = [...selected]
    setSelected(new Set())
    void attempt(restore.run({ body: { ids } })).then(done => {
      if (done) toastUndo(texts.restored(ids.length), () => remove.run({ body: { ids } }))
    })
  }
  const deletedAt: TableColumn<Row> = {
    key: 'deletedAt',
    label: t('deletedAt'),
    width: 140,
    phone: 'trailing',
    render: row => row.deletedAt && <RelativeTime at={row.deletedAt} />,
  }
  return (
    <Page
      title={t('title')}
      breadcrumbs={[parent]}
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
        columns={[...columns, deletedAt]}
        rows={list.items as readonly Row[]}
        rowId={row => row.id}
        href={row => `${parent.href}/${row.id}`}
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
        countText={list.total && texts.count(format.count(list.total))}
        error={list.error && <ProblemState problem={list.error} onRetry={list.retry} />}
        empty={<EmptyState icon={IconTrash} title={t('empty')} description={texts.empty} />}
      />
    </Page>
  )
}
