import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import type { EndlessList } from '../api/use-infinite-endpoint.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { EmptyState, type EmptyStateProps } from '../layout/EmptyState.tsx'
import { ItemList } from '../layout/ItemList.tsx'
import { SkeletonRows } from '../layout/SkeletonRows.tsx'
import { Loaded, type Asked } from './Loaded.tsx'
import { ProblemState } from './ProblemState.tsx'

const messages = defineMessages('ui.items', { more: 'Show more' })

export interface ItemsProps<T> {
  /** What `useEndpoint` or `useInfiniteEndpoint` gives. */
  list: Asked<{ items: readonly T[] }> | EndlessList<T>
  label: string
  /** Grey rows that stand in for it. */
  rows?: number
  /** Instead of no rows. */
  empty?: EmptyStateProps
  compact?: boolean
  /** One row, an `ItemRow` with its key. */
  children: (item: T) => ReactNode
}

/** A list of things that are managed where they stand: on its way, failed, empty or there. */
export function Items<T>({ list, rows = 4, ...rest }: ItemsProps<T>) {
  if ('refetch' in list)
    return (
      <Loaded from={list} rows={rows} height={52} compact={rest.compact} empty={rest.empty}>
        {({ items }) => <Rows items={items} {...rest} />}
      </Loaded>
    )
  return (
    <>
      {list.error ? (
        <ProblemState problem={list.error} onRetry={list.retry} compact={rest.compact} />
      ) : list.loading ? (
        <SkeletonRows count={rows} height={52} />
      ) : (
        <Rows items={list.items} {...rest} />
      )}
      {list.hasMore && <MoreButton list={list} />}
    </>
  )
}

type RowsProps<T> = Pick<ItemsProps<T>, 'label' | 'empty' | 'children'> & { items: readonly T[] }

function Rows<T>({ items, label, empty, children }: RowsProps<T>) {
  return items.length === 0 && empty ? (
    <EmptyState {...empty} />
  ) : (
    <ItemList label={label}>{items.map(children)}</ItemList>
  )
}

/** Fetches the next page of a list. */
export function MoreButton({ list }: { list: Pick<EndlessList<unknown>, 'loadingMore' | 'loadMore'> }) {
  const t = useMessages(messages)
  return (
    <Button variant="subtle" color="gray" loading={list.loadingMore} onClick={list.loadMore}>
      {t('more')}
    </Button>
  )
}
