import type { ReactNode } from 'react'
import classes from './ListToolbar.module.css'

export interface ListToolbarProps {
  /** View menu and filters. */
  children?: ReactNode
  /** Search, columns, export. */
  end?: ReactNode
}

/** The line above a list: goes into `toolbar` of Page. */
export function ListToolbar({ children, end }: ListToolbarProps) {
  return (
    <div className={classes.toolbar}>
      <div className={classes.start}>{children}</div>
      {end && <div className={classes.end}>{end}</div>}
    </div>
  )
}
