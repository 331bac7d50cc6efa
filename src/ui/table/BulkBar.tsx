import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { IconButton } from '../layout/IconButton.tsx'
import { useMessages } from '../i18n/i18n.tsx'
import classes from './BulkBar.module.css'
import { tableMessages } from './table-messages.ts'

export interface BulkBarProps {
  count: number
  onClear: () => void
  actions: ReactNode
}

export function BulkBar({ count, onClear, actions }: BulkBarProps) {
  const t = useMessages(tableMessages)
  return (
    <div className={classes.place}>
      <div role="toolbar" aria-label={t('bulk')} className={classes.bar}>
        <span className={classes.count} aria-live="polite">
          {t('selected', { count })}
        </span>
        <IconButton icon={IconX} size="sm" label={t('clear')} onClick={onClear} />
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
    </div>
  )
}
