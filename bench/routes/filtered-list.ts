import type { Bench } from '../bench.ts'
import { some } from './some.ts'

/** Every pair of a stage and a country that has customers. */
const pairs = `
  select lifecycle, country from contacts where workspace_id = $1 and country is not null and deleted_at is null
  group by 1, 2 having count(*) >= 50`

export const filteredList: Bench = {
  name: 'list',
  title: 'filtered list sorted by name',
  target: 0.4,
  request: ({ lifecycle, country }) => ({
    path: `/api/v1/contacts?filter[lifecycle]=${lifecycle}&filter[country]=${country}&sort=name&limit=50`,
  }),
  inputs: dataset => some(dataset, pairs),
}
