import { defineMessages } from '../../../kernel/messages.ts'
import { useMessages } from '../../../ui/i18n/i18n.tsx'
import type { Session } from '../../../slices/workspace/sign-in/web/public.tsx'
import classes from './Footer.module.css'
import { NotificationBell } from './NotificationBell.tsx'
import { UserMenu } from './UserMenu.tsx'

const messages = defineMessages('app.footer', {
  demo: 'Demo data',
  demoHint: 'Everything here is made up. Settings, Workspace removes it.',
  offline: 'Reconnecting',
  offlineHint: 'The server cannot be reached. What you see may be out of date.',
})

/** Below the navigation: what state the app is in, what is new for me, and me. */
export function Footer({ session, connected }: { session: Session; connected: boolean }) {
  const t = useMessages(messages)
  return (
    <div className={classes.footer}>
      <div className={classes.notes} role="status">
        {!connected && (
          <span className={classes.offline} title={t('offlineHint')}>
            <span className={classes.dot} />
            <span className={classes.word}>{t('offline')}</span>
          </span>
        )}
        {session.workspace.isDemo && (
          <span className={classes.demo} title={t('demoHint')}>
            {t('demo')}
          </span>
        )}
      </div>
      <div className={classes.me}>
        <UserMenu session={session} />
        <NotificationBell />
      </div>
    </div>
  )
}
