import type { ReactNode } from 'react'
import classes from './FactList.module.css'

export interface Fact {
  label: string
  value: ReactNode
}

/** Name and value in two columns: the fields of a record, the facts of a contact. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.list}>
      {facts.map(fact => (
        <div key={fact.label} className={classes.row}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
