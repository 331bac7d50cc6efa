import type { ReactNode } from 'react'
import classes from './SmallTable.module.css'

export interface SmallTableProps {
  label: string
  heads: readonly string[]
  /** Cells; the first says what the row is about. */
  rows: readonly (readonly ReactNode[])[]
  /** From this column on stand numbers. */
  numbersFrom?: number
}

/** A few rows that are read and not worked with. */
export function SmallTable({ label, heads, rows, numbersFrom = 1 }: SmallTableProps) {
  const isNumber = (at: number) => at >= numbersFrom || undefined
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" data-number={isNumber(at)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], index) => (
            <tr key={index}>
              <th scope="row">{first}</th>
              {cells.map((cell, at) => (
                <td key={at} data-number={isNumber(at + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
