import { sql } from 'kysely'
import { letGoOfDemo } from '../../../platform/record/demo-records.ts'
import type { DemoPart } from '../../workspace/demo/public.ts'

/** One's own contacts that have no longer merged anybody say so, and are of no team that left. */
export const demo: DemoPart = {
  async remove({ db, workspaceId }) {
    return async () => {
      await letGoOfDemo({ db, workspaceId }, 'contacts', 'team_id', 'teams')
      const recounted = sql`
        update contacts own set has_merged = false
        where own.workspace_id = ${workspaceId} and own.has_merged and not exists (
          select from contacts m where m.workspace_id = ${workspaceId} and m.merged_into = own.id)`
      await recounted.execute(db)
    }
  },
}
