import { Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { countNotifications } from '../../../slices/workspace/notifications/schema.ts'
import { useEndpoint } from '../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../ui/i18n/i18n.tsx'
import { SkeletonRows } from '../../../ui/layout/SkeletonRows.tsx'
import classes from './NotificationBell.module.css'
import { notificationWords } from './notification-words.ts'

const NotificationList = lazy(() => import('./NotificationList.tsx'))

export function NotificationBell() {
  const t = useMessages(notificationWords)
  const [opened, setOpened] = useState(false)
  const unread = useEndpoint(countNotifications, {}).data?.unread ?? 0
  return (
    <Popover opened={opened} onChange={setOpened} position="right-end" width={360} trapFocus shadow="md">
      <Popover.Target>
        <button
          type="button"
          className={classes.bell}
          aria-label={t('bell', { count: unread })}
          aria-haspopup="dialog"
          onClick={() => setOpened(!opened)}
        >
          <IconBell size={17} stroke={1.6} aria-hidden />
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('title')} className={classes.dropdown}>
        <Suspense fallback={<SkeletonRows count={4} height={52} />}>
          <NotificationList onFollow={() => setOpened(false)} hasUnread={unread > 0} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
