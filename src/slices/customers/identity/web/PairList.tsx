import { useEffect, useRef } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { EndlessList } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { SkeletonRows } from '../../../../ui/layout/SkeletonRows.tsx'
import { identityWords } from './identity-words.ts'
import { shareText } from './share.ts'
import classes from './PairList.module.css'

const messages = defineMessages('identity.pair-list', {
  later: 'later',
  more: '{count, plural, one {# more pair} other {# more pairs}}',
})

export interface PairLine {
  id: string
  names: readonly string[]
  probability: number
  assigneeName?: string | null
  isLater?: boolean
  /** Other pairs that one of the two is in. */
  related?: number
}

export interface PairListProps {
  label: string
  lines: readonly PairLine[]
  shownId: string | undefined
  onShow: (id: string) => void
  list: EndlessList<unknown>
}

/** What waits, the surest first; more is fetched as the end comes near. */
export function PairList({ label, lines, shownId, onShow, list }: PairListProps) {
  const { hasMore, loadMore } = list
  const shown = useRef<HTMLUListElement>(null)
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    shown.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [shownId])
  useEffect(() => {
    if (!hasMore || !end.current) return
    const look = ([entry]: IntersectionObserverEntry[]) => entry?.isIntersecting && loadMore()
    const observer = new IntersectionObserver(look, { rootMargin: '600px' })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [hasMore, loadMore, lines.length])
  return (
    <div className={classes.column}>
      <ul ref={shown} className={classes.list} aria-label={label}>
        {lines.map(line => (
          <Line key={line.id} line={line} isShown={line.id === shownId} onShow={onShow} />
        ))}
      </ul>
      {(list.loading || list.loadingMore) && (
        <div className={classes.loading}>
          <SkeletonRows count={8} height={44} />
        </div>
      )}
      <div ref={end} />
    </div>
  )
}

function Line({ line, isShown, onShow }: { line: PairLine; isShown: boolean; onShow: (id: string) => void }) {
  const t = useMessages(messages)
  const words = useMessages(identityWords)
  const format = useFormat()
  const hints = [
    line.assigneeName,
    line.isLater ? t('later') : null,
    line.related ? t('more', { count: line.related }) : null,
  ].filter(Boolean)
  const share = shareText(format, line.probability)
  return (
    <li className={classes.item}>
      <button
        type="button"
        className={classes.line}
        aria-current={isShown || undefined}
        onClick={() => onShow(line.id)}
      >
        <span className={classes.names}>
          {line.names.slice(0, 3).map((name, at) => (
            <span key={at} className={classes.name}>
              {name}
            </span>
          ))}
          {line.names.length > 3 && <span className={classes.hint}>+{line.names.length - 3}</span>}
          {hints.length > 0 && <span className={classes.hint}>{hints.join(' · ')}</span>}
        </span>
        <span className={classes.share}>
          {share}
          <span className="visually-hidden"> {words('likely', { share })}</span>
          <span className={classes.gauge} aria-hidden>
            <span style={{ width: `${line.probability * 100}%` }} />
          </span>
        </span>
      </button>
    </li>
  )
}
