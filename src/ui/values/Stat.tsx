import type { ReactNode } from 'react'
import classes from './Stat.module.css'

export interface StatProps {
  label: string
  /** The number, formatted. */
  value: ReactNode
  /** Under the number: change, period. */
  detail?: ReactNode
}

export function Stat({ label, value, detail }: StatProps) {
  return (
    <div className={classes.stat}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{value}</span>
      {detail && <span className={classes.detail}>{detail}</span>}
    </div>
  )
}

/** Numbers side by side, parted by hairlines. */
export function StatRow({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>
}
