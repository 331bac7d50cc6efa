import type { ReactNode } from 'react'
import classes from './StatusChip.module.css'

export interface StatusChipProps {
  /** `due` only for promises about to break, `danger` only for what is broken or destroys. */
  tone?: 'neutral' | 'accent' | 'due' | 'danger'
  children: ReactNode
}

/** A state in a word: "Open", "Due in 20 min", "Failed". */
export function StatusChip({ tone = 'neutral', children }: StatusChipProps) {
  return (
    <span className={classes.chip} data-tone={tone} title={typeof children === 'string' ? children : undefined}>
      <span className={classes.word}>{children}</span>
    </span>
  )
}
