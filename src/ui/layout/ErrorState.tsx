import { Button, CopyButton } from '@mantine/core'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import classes from './States.module.css'

const messages = defineMessages('ui.error-state', {
  retry: 'Try again',
  request: 'Request',
  copy: 'Copy request id',
  copied: 'Copied',
})

export interface ErrorStateProps {
  /** What happened. */
  title: string
  /** What was kept and what to do. */
  description?: string
  onRetry?: () => void
  /** Shown so that someone can find it in the logs. */
  requestId?: string
  compact?: boolean
}

export function ErrorState({ title, description, onRetry, requestId, compact }: ErrorStateProps) {
  const t = useMessages(messages)
  return (
    <div className={classes.state} role="alert" data-compact={compact || undefined}>
      <p className={classes.title}>{title}</p>
      {description && <p className={classes.text}>{description}</p>}
      {onRetry && (
        <div className={classes.action}>
          <Button variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        </div>
      )}
      {requestId && (
        <CopyButton value={requestId}>
          {({ copied, copy }) => (
            <button type="button" className={classes.request} onClick={copy} title={t('copy')}>
              {copied ? t('copied') : `${t('request')} ${requestId}`}
            </button>
          )}
        </CopyButton>
      )}
    </div>
  )
}
