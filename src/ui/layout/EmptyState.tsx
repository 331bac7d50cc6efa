import type { ComponentType, ReactNode } from 'react'
import classes from './States.module.css'

export interface EmptyStateProps {
  icon?: ComponentType<{ size?: number; stroke?: number }>
  /** What will be here, e.g. "Orders appear here". */
  title: string
  description?: ReactNode
  /** The one next step. */
  action?: ReactNode
  /** Small, for a panel rather than a page. */
  compact?: boolean
}

export function EmptyState({ icon: Icon, title, description, action, compact }: EmptyStateProps) {
  return (
    <div className={classes.state} data-compact={compact || undefined}>
      {Icon && !compact && (
        <div className={classes.icon} aria-hidden>
          <Icon size={24} stroke={1.4} />
        </div>
      )}
      <p className={classes.title}>{title}</p>
      {description && <p className={classes.text}>{description}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
