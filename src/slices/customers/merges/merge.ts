import { sql } from 'kysely'
import { isGivenName } from '../../../platform/record/given-name.ts'
import type { Merge } from './schema.ts'

/** A person decided; a handle is the same; the score was high enough; the customer confirmed it himself. */
export type How = Merge['how']

/** What is kept of why: plain JSON, without text of the customer's. */
export type Evidence = Record<string, unknown>

export interface Candidate {
  id: string
  lifecycle: string
  createdAt: Date | string
  hasMerged: boolean
  /** Whether it has a name, rather than only handles. */
  isNamed: boolean
}

/** What is asked of the contacts `c` among which a survivor is chosen. */
export const candidateColumns = sql`c.id, c.lifecycle, c.created_at, c.has_merged, ${isGivenName('c.name')} and not exists (
  select from handles h where h.workspace_id = c.workspace_id and h.contact_id = c.id and h.value = c.name) as is_named`

/**
 * Who should survive: whom others were merged into already, else who has a name, else who is a customer rather than a
 * stranger, else who has been known longest.
 */
export function chooseSurvivor<C extends Candidate>(contacts: readonly C[]): C {
  const rank = (contact: C) => [
    Number(contact.hasMerged),
    Number(contact.isNamed),
    Number(contact.lifecycle !== 'stranger'),
    -new Date(contact.createdAt).getTime(),
  ]
  return contacts.reduce((best, contact) => {
    const [ours, theirs] = [rank(best), rank(contact)]
    const at = ours.findIndex((value, index) => value !== theirs[index])
    if (at < 0) return contact.id < best.id ? contact : best
    return theirs[at]! > ours[at]! ? contact : best
  })
}
