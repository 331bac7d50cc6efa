import { NamedRecords } from '../../../../ui/record/NamedRecords.tsx'
import type { FeedItem } from '../schema.ts'
import classes from './Whom.module.css'

/** With whom something happened, and the record that it hangs on besides. */
export function Whom({ contact, company, linked }: Pick<FeedItem, 'contact' | 'linked'> & Partial<FeedItem>) {
  const customer = contact ? { kind: 'contact', ...contact } : company && { kind: 'company', ...company }
  return <NamedRecords className={classes.whom} records={[linked, customer]} />
}
