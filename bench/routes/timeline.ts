import type { Bench } from '../bench.ts'
import { some } from './some.ts'

/** Contacts with at least 200 events, whose page is full. */
const busy = `select contact_id as id from contact_facts where workspace_id = $1 and touchpoints >= 200`

export const timeline: Bench = {
  name: 'timeline',
  title: 'timeline page of 200 events',
  target: 0.4,
  request: ({ id }) => ({ path: `/api/v1/contacts/${id}/timeline?limit=200` }),
  inputs: dataset => some(dataset, busy),
}
