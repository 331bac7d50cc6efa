import { Fragment, type HTMLAttributes, type ReactNode } from 'react'
import classes from './ItemList.module.css'

/** A short list of things that are managed where they stand: rows with a name, words about it, and what can be done. */
export function ItemList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  )
}

export interface ItemRowProps {
  /** Picture, colour or handle before the name. */
  lead?: ReactNode
  title: ReactNode
  /** Second line; of several parts those that are there. */
  detail?: ReactNode | readonly ReactNode[]
  /** State and numbers at the end of the line. */
  trailing?: ReactNode
  /** Buttons or a menu. */
  actions?: ReactNode
  /** Struck off: kept for the record. */
  faded?: boolean
  /** What makes the row one that can be dragged. */
  row?: HTMLAttributes<HTMLLIElement> & { 'data-dragged'?: boolean }
}

export function ItemRow({ lead, title, detail, trailing, actions, faded, row }: ItemRowProps) {
  const parts = (Array.isArray(detail) ? (detail as readonly ReactNode[]) : [detail]).filter(Boolean)
  return (
    <li {...row} className={classes.row} data-faded={faded || undefined}>
      {lead && <span className={classes.lead}>{lead}</span>}
      <span className={classes.text}>
        <span className={classes.title}>{title}</span>
        {parts.length > 0 && (
          <span className={classes.detail}>
            {parts.map((part, at) => (
              <Fragment key={at}>
                {at > 0 && ' · '}
                {part}
              </Fragment>
            ))}
          </span>
        )}
      </span>
      {trailing && <span className={classes.trailing}>{trailing}</span>}
      {actions && <span className={classes.actions}>{actions}</span>}
    </li>
  )
}
