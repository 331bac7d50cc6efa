import { sql, type RawBuilder } from 'kysely'

/** The two contacts `a` and `b` of the pairs or decisions `alias`. */
export function joinBoth(alias: 'k' | 'd'): RawBuilder<unknown> {
  return sql.raw(`
    join contacts a on a.workspace_id = ${alias}.workspace_id and a.id = ${alias}.a_id
    join contacts b on b.workspace_id = ${alias}.workspace_id and b.id = ${alias}.b_id`)
}
