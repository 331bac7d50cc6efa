import type { ProblemError } from '../api/problem-error.ts'
import { Link } from '../layout/Link.tsx'
import { useNoun } from './noun.ts'
import classes from './Record.module.css'
import type { WebRecord } from './web-record.ts'

export interface HolderLinkProps {
  record: WebRecord<any, any>
  /** What was said about the form that it stands in. */
  problem: ProblemError | null
}

/** The way to the record that has what only one may have, where that was refused. */
export function HolderLink({ record, problem }: HolderLinkProps) {
  const { taken } = useNoun(record.noun)
  const holder = problem?.details[`${record.name}Id`]
  return typeof holder === 'string' ? (
    <Link href={`${record.href}/${holder}`} className={classes.taken}>
      {taken}
    </Link>
  ) : null
}
