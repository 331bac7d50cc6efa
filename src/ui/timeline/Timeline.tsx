import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useFormat, useMessages } from '../i18n/i18n.tsx'
import { SkeletonLine } from '../layout/SkeletonRows.tsx'
import { markDays } from './group-by-day.ts'
import classes from './Timeline.module.css'

const messages = defineMessages('ui.timeline', { loading: 'Loading' })

export interface TimelineProps<Item> {
  /** "Timeline of Marta Nováková" */
  label: string
  /** Newest first. */
  items: readonly Item[]
  itemId: (item: Item) => string
  at: (item: Item) => string
  /** One `<TimelineRow>`. */
  renderItem: (item: Item) => ReactNode
  loading?: boolean
  hasMore?: boolean
  onLoadMore?: () => void
  empty?: ReactNode
  error?: ReactNode
}

/** Everything that happened, newest first, grouped by day, without end. Scrolls with whatever scrolls around it. */
export function Timeline<Item>({
  label,
  items,
  itemId,
  at,
  renderItem,
  loading = false,
  hasMore = false,
  onLoadMore,
  empty,
  error,
}: TimelineProps<Item>) {
  const t = useMessages(messages)
  const format = useFormat()
  const list = useRef<HTMLDivElement>(null)
  const { scroller, margin } = useScrollParent(list)
  const marked = useMemo(() => markDays(items, item => format.dayKey(at(item))), [items, at, format])
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: index => (marked[index]?.opensDay ? 88 : 52),
    getItemKey: index => itemId(items[index]!),
    scrollMargin: margin,
    overscan: 8,
  })
  const rows = virtualizer.getVirtualItems()
  const lastSeen = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !loading && !error && lastSeen >= items.length - 10) onLoadMore?.()
  }, [hasMore, loading, error, lastSeen, items.length, onLoadMore])

  return (
    <div ref={list} className={classes.timeline}>
      {items.length > 0 && (
        <div
          role="list"
          aria-label={label}
          aria-busy={loading}
          className={classes.list}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {rows.map(row => {
            const { item, opensDay } = marked[row.index]!
            const closesDay = marked[row.index + 1]?.opensDay ?? true
            return (
              <div
                key={row.key}
                ref={virtualizer.measureElement}
                data-index={row.index}
                role="listitem"
                className={classes.item}
                data-last={closesDay || undefined}
                style={{ transform: `translateY(${row.start - margin}px)` }}
              >
                {opensDay && <h2 className={classes.day}>{format.dayHeading(at(item))}</h2>}
                {renderItem(item)}
              </div>
            )
          })}
        </div>
      )}
      {error}
      {(loading || hasMore) && !error && (
        <div role="status" aria-label={t('loading')}>
          {Array.from({ length: items.length === 0 ? 8 : 2 }, (_, index) => (
            <div key={index} className={classes.skeleton}>
              <span className={classes.blank} />
              <SkeletonLine width={`${[52, 68, 40, 60][index % 4]}%`} />
            </div>
          ))}
        </div>
      )}
      {!loading && !hasMore && !error && items.length === 0 && empty}
    </div>
  )
}

/** The nearest element around that scrolls, and how far down in it the list begins. */
function useScrollParent(list: React.RefObject<HTMLElement | null>) {
  const [found, setFound] = useState<{ scroller: HTMLElement | null; margin: number }>({ scroller: null, margin: 0 })
  useLayoutEffect(() => {
    let scroller = list.current?.parentElement ?? null
    while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement
    const measure = () => {
      if (!list.current || !scroller) return
      const margin = Math.round(
        list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop,
      )
      setFound(before => (before.scroller === scroller && before.margin === margin ? before : { scroller, margin }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    if (scroller) observer.observe(scroller)
    if (list.current?.parentElement) observer.observe(list.current.parentElement)
    return () => observer.disconnect()
  }, [list])
  return found
}
