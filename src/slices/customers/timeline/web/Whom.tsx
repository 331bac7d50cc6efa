import { Link } from '../../../../ui/layout/Link.tsx'
import type { FeedItem } from '../schema.ts'
import classes from './Whom.module.css'

/** With whom something happened. */
export function Whom({ contact, company }: Pick<FeedItem, 'contact'> & Partial<FeedItem>) {
  const whom = contact ?? company
  return (
    whom && (
      <Link href={`/${contact ? 'contacts' : 'companies'}/${whom.id}`} className={classes.whom}>
        {whom.name}
      </Link>
    )
  )
}
