import type { Bench } from '../bench.ts'
import { some } from './some.ts'

export const openContact: Bench = {
  name: 'contact',
  title: 'open a contact',
  target: 0.4,
  request: ({ id }) => ({ path: `/api/v1/contacts/${id}` }),
  inputs: dataset => some(dataset, 'select id from contacts where workspace_id = $1'),
}
