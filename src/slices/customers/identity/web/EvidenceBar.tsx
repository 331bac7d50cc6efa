import { useFormat } from '../../../../ui/i18n/i18n.tsx'
import type { EvidenceItem } from '../schema.ts'
import classes from './Comparison.module.css'

/** Bits at which a bar is full. */
const full = 12

/** How much a field says: to the right for one person, to the left against it. */
export function EvidenceBar({ item, isNamed }: { item: EvidenceItem; isNamed: boolean }) {
  const format = useFormat()
  const share = Math.min(1, Math.abs(item.weight) / full)
  return (
    <div className={classes.evidence} title={item.words}>
      <div className={classes.weighed}>
        <span className={classes.bar} aria-hidden>
          <span
            className={classes.fill}
            data-against={item.weight < 0 || undefined}
            style={{ width: `${share * 50}%` }}
          />
        </span>
        <span className={classes.weight}>{format.signed(item.weight, 1)}</span>
      </div>
      <p className={classes.strength}>
        {isNamed && `${item.label}: `}
        {item.strength}
      </p>
    </div>
  )
}
