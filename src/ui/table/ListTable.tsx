import type { EndlessList } from '../api/use-infinite-endpoint.ts'
import { useFormat } from '../i18n/i18n.tsx'
import type { WordedNumber } from '../../kernel/message-params.ts'
import { EmptyState, type EmptyStateProps } from '../layout/EmptyState.tsx'
import { ProblemState } from '../screen/ProblemState.tsx'
import { DataTable } from './DataTable.tsx'
import type { DataTableProps } from './data-table-props.ts'

type Given = 'empty' | 'question' | 'rows' | 'rowId' | 'loading' | 'hasMore' | 'onLoadMore' | 'countText' | 'error'

export interface ListTableProps<Row extends { id: string }> extends Omit<DataTableProps<Row>, Given> {
  /** What `useInfiniteEndpoint` gives. */
  list: EndlessList<Row>
  /** "3 contacts", where the list counts them. */
  count?: (count: WordedNumber) => string
  empty: EmptyStateProps
}

/** A table of what an endpoint lists, page by page. */
export function ListTable<Row extends { id: string }>({ list, count, empty, ...rest }: ListTableProps<Row>) {
  const format = useFormat()
  return (
    <DataTable
      {...rest}
      question={list.question}
      rows={list.items}
      rowId={row => row.id}
      loading={list.loading || list.loadingMore}
      hasMore={list.hasMore}
      onLoadMore={list.loadMore}
      countText={list.total && count?.(format.count(list.total))}
      empty={<EmptyState {...empty} />}
      error={list.error && <ProblemState problem={list.error} onRetry={list.retry} />}
    />
  )
}
