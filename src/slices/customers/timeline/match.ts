import { sql, type RawBuilder } from 'kysely'
import { escapeLike } from '../../../platform/list/filter.ts'

/**
 * Whether the words of event `e` contain `q`. The first condition, on the data's text as a whole, is cheap and passes
 * all that can match; the second looks at the values alone, so that names of properties do not count.
 */
export function matches(q: string): RawBuilder<boolean> {
  const inside = (text: string) => `%${escapeLike(text)}%`
  return sql<boolean>`(e.data::text ilike ${inside(JSON.stringify(q).slice(1, -1))} and exists (
    select from jsonb_path_query(e.data, 'strict $.** ? (@.type() == "string" || @.type() == "number")') as word
    where word #>> '{}' ilike ${inside(q)}))`
}
