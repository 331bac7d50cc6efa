import type { ComponentType, ReactNode } from 'react'
import { useFormat } from '../i18n/i18n.tsx'
import { Link } from '../layout/Link.tsx'
import classes from './Timeline.module.css'

export interface TimelineRowProps {
  at: string
  /** Icon of the kind or channel; without it a dot. */
  icon?: ComponentType<{ size?: number; stroke?: number }>
  /** A hollow dot: something about the record rather than a meeting with the customer. */
  quiet?: boolean
  /** Before the title: whom it is about, where events of several stand together. */
  lead?: ReactNode
  title: ReactNode
  href?: string
  /** Small words after the title: channel, who, how long. */
  meta?: ReactNode
  /** What was said, at most a few lines. */
  body?: ReactNode
  /** On the right: an amount, a valence. */
  trailing?: ReactNode
  actions?: ReactNode
}

export function TimelineRow({
  at,
  icon: Icon,
  quiet = false,
  lead,
  title,
  href,
  meta,
  body,
  trailing,
  actions,
}: TimelineRowProps) {
  const format = useFormat()
  return (
    <article className={classes.row}>
      <span className={classes.rail} data-quiet={quiet || undefined} aria-hidden>
        <span className={classes.mark} data-icon={Icon ? true : undefined}>
          {Icon && <Icon size={14} stroke={1.7} />}
        </span>
      </span>
      <div className={classes.content}>
        <div className={classes.line}>
          {lead && <span className={classes.lead}>{lead}</span>}
          <span className={classes.title}>
            {href ? (
              <Link href={href} className={classes.link}>
                {title}
              </Link>
            ) : (
              title
            )}
          </span>
          {meta && <span className={classes.meta}>{meta}</span>}
          <span className={classes.end}>
            {actions && <span className={classes.actions}>{actions}</span>}
            {trailing && <span className={classes.trailing}>{trailing}</span>}
            <time dateTime={at} title={format.fullDateTime(at)} className={classes.time}>
              {format.time(at)}
            </time>
          </span>
        </div>
        {body && <div className={classes.text}>{body}</div>}
      </div>
    </article>
  )
}
