import { sql } from 'kysely'
import { settleDemoRows } from '../../../platform/record/demo-records.ts'
import type { DemoPart } from '../../workspace/demo/public.ts'
import { taggedKinds } from './take-off.ts'

/** Tags that one's own records carry stay when the demo leaves. */
export const demo: DemoPart = {
  async remove({ db, app, workspaceId }) {
    const carries = taggedKinds(app.records).map(
      ({ table }) => sql`exists (
        select from ${sql.table(table)} r where r.workspace_id = ${workspaceId} and r.tag_ids && array[d.id])`,
    )
    return () => settleDemoRows({ db, workspaceId }, 'tags', sql<boolean>`${sql.join(carries, sql` or `)}`)
  },
}
