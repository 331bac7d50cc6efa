import type { ReactNode } from 'react'
import { Sparkline } from '../charts/Sparkline.tsx'
import { Link } from '../layout/Link.tsx'
import classes from './Stat.module.css'

export interface StatProps {
  label: string
  /** The number, formatted. */
  value: ReactNode
  /** Under the number: change, period. */
  detail?: ReactNode
  glyph?: ReactNode
  series?: readonly number[]
  colour?: string
  /** Opens the rows behind the number. */
  href?: string
}

/** A number first, then its shape. */
export function Stat({ label, value, detail, glyph, series, colour, href }: StatProps) {
  return (
    <div className={classes.stat}>
      <span className={classes.label}>
        {glyph}
        {href ? <Link href={href}>{label}</Link> : label}
      </span>
      <span className={classes.line}>
        <span className={classes.value}>{value}</span>
        {series && <Sparkline values={series} colour={colour} />}
      </span>
      {detail && <span className={classes.detail}>{detail}</span>}
    </div>
  )
}

/** Numbers side by side, parted by hairlines. */
export function StatRow({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>
}
