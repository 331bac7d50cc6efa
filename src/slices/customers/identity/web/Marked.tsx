import { useMemo } from 'react'
import { differences } from './differences.ts'
import classes from './Comparison.module.css'

/** A text with what the other has not marked. */
export function Marked({ text, other }: { text: string; other: string | undefined }) {
  const stretches = useMemo(() => (other === undefined ? null : differences(text, other)[0]), [text, other])
  if (!stretches) return text
  return stretches.map(({ text: part, isOther }, at) =>
    isOther ? (
      <mark key={at} className={classes.mark}>
        {part}
      </mark>
    ) : (
      <span key={at}>{part}</span>
    ),
  )
}
