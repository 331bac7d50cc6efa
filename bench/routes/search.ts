import type { Bench } from '../bench.ts'
import { some } from './some.ts'

/** What somebody has typed of a last name or an e-mail address so far: its first four to eight letters. */
const typed = `
  select distinct substr(part, 1, 4 + length(part) % 5) as q from (
    select split_part(sort_name, ' ', 2) as part from contacts tablesample system (2) repeatable (1) where workspace_id = $1
    union all select split_part(email, '@', 1) from contacts tablesample system (2) repeatable (2) where workspace_id = $1
  ) parts where part ~ '^[a-z]{4,}'`

export const search: Bench = {
  name: 'search',
  title: 'search as you type',
  target: 0.5,
  request: ({ q }) => ({ path: `/api/v1/search?q=${q}` }),
  inputs: dataset => some(dataset, typed),
}
