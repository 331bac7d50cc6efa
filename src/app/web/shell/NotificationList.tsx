import { useQueryClient } from '@tanstack/react-query'
import { IconAt, IconBell, IconCircleCheck, IconClock, IconFileImport } from '@tabler/icons-react'
import {
  listNotifications,
  readNotifications,
  type Notification,
} from '../../../slices/workspace/notifications/schema.ts'
import { useCommand } from '../../../ui/api/use-command.ts'
import { useInfiniteEndpoint } from '../../../ui/api/use-infinite-endpoint.ts'
import { useMessages } from '../../../ui/i18n/i18n.tsx'
import { EmptyState } from '../../../ui/layout/EmptyState.tsx'
import { Link } from '../../../ui/layout/Link.tsx'
import { SkeletonRows } from '../../../ui/layout/SkeletonRows.tsx'
import { SmallButton } from '../../../ui/layout/SmallButton.tsx'
import { MoreButton } from '../../../ui/screen/Items.tsx'
import { ProblemState } from '../../../ui/screen/ProblemState.tsx'
import { RelativeTime } from '../../../ui/values/RelativeTime.tsx'
import classes from './NotificationBell.module.css'
import { notificationWords } from './notification-words.ts'

/** What is new for me, newest first. */
export default function NotificationList({ onFollow, hasUnread }: { onFollow: () => void; hasUnread: boolean }) {
  const t = useMessages(notificationWords)
  const client = useQueryClient()
  const list = useInfiniteEndpoint(listNotifications, { query: { limit: 20 } })
  const read = useCommand(readNotifications, {
    optimistic: (cache, { body = {} }) => {
      const readAt = new Date().toISOString()
      const ids = body.ids ?? list.items.map(item => item.id)
      cache.patch('notifications', ids, (item: Notification) => ({ ...item, readAt: item.readAt ?? readAt }))
      client.setQueriesData<{ unread: number }>(
        { queryKey: ['notifications', 'GET /notifications/count'] },
        count => count && { unread: body.ids ? Math.max(0, count.unread - 1) : 0 },
      )
    },
  })
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('title')}</h2>
        {hasUnread && (
          <SmallButton label={t('readAll')} tone="accent" compact onClick={() => void read.attempt({ body: {} })} />
        )}
      </div>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('title')}>
        {list.error && <ProblemState problem={list.error} onRetry={list.retry} compact />}
        {list.loading && <SkeletonRows count={4} height={52} />}
        {!list.loading && !list.error && list.items.length === 0 && (
          <div className={classes.empty}>
            <EmptyState title={t('empty')} compact />
          </div>
        )}
        <ul className={classes.list}>
          {list.items.map(item => (
            <li key={item.id}>
              <Link
                href={item.link ?? '#'}
                className={classes.item}
                data-unread={item.readAt === null || undefined}
                onClick={() => {
                  if (item.readAt === null) read.run({ body: { ids: [item.id] } }).catch(() => {})
                  onFollow()
                }}
              >
                <span className={classes.icon} aria-hidden>
                  <KindIcon kind={item.kind} />
                </span>
                <span className={classes.text}>
                  {item.title}
                  <span className={classes.meta}>
                    {item.readAt === null && <span className="visually-hidden">{t('unread')}, </span>}
                    <RelativeTime at={item.createdAt} />
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
        {list.hasMore && <MoreButton list={list} />}
      </div>
    </>
  )
}

function KindIcon({ kind }: { kind: string }) {
  const noun = kind.split('.')[0]
  const Icon = kind.includes('mention')
    ? IconAt
    : kind.includes('remind') || kind.includes('due')
      ? IconClock
      : noun === 'task'
        ? IconCircleCheck
        : noun === 'import'
          ? IconFileImport
          : IconBell
  return <Icon size={15} stroke={1.6} />
}
