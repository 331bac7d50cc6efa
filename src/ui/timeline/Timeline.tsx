import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import type { EndlessList } from '../api/use-infinite-endpoint.ts'
import { useFormat, useMessages } from '../i18n/i18n.tsx'
import { SkeletonLine } from '../layout/SkeletonRows.tsx'
import { ProblemState } from '../screen/ProblemState.tsx'
import { markDays } from './group-by-day.ts'
import classes from './Timeline.module.css'

const messages = defineMessages('ui.timeline', { loading: 'Loading' })

export interface TimelineProps<Item extends { id: string }> {
  /** "Timeline of Marta Nováková" */
  label: string
  /** Newest first; more of it is fetched as its end comes near. */
  list: Pick<EndlessList<Item>, 'items' | 'loading' | 'loadingMore' | 'hasMore' | 'loadMore' | 'error' | 'retry'>
  at: (item: Item) => string
  /** One `<TimelineRow>`. */
  renderItem: (item: Item) => ReactNode
  empty?: ReactNode
  /** Beside other things. */
  compact?: boolean
}

/** Everything that happened, newest first, grouped by day, without end. Scrolls with whatever scrolls around it. */
export function Timeline<Item extends { id: string }>(props: TimelineProps<Item>) {
  const { label, list: events, at, renderItem, empty, compact } = props
  const { items, hasMore, loadMore, error } = events
  const loading = events.loading || events.loadingMore
  const t = useMessages(messages)
  const format = useFormat()
  const list = useRef<HTMLDivElement>(null)
  const { scroller, margin } = useScrollParent(list)
  const marked = useMemo(() => markDays(items, item => format.dayKey(at(item))), [items, at, format])
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: index => (marked[index]?.opensDay ? 88 : 52),
    getItemKey: index => items[index]!.id,
    scrollMargin: margin,
    overscan: 8,
  })
  const rows = virtualizer.getVirtualItems()
  const lastSeen = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !loading && !error && lastSeen >= items.length - 10) loadMore()
  }, [hasMore, loading, error, lastSeen, items.length, loadMore])

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
      {error && <ProblemState problem={error} onRetry={events.retry} compact={compact} />}
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
