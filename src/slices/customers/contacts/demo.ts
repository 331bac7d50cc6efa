import { sql } from 'kysely'
import type { DemoPart } from '../../workspace/demo/public.ts'

/** One's own contacts that have no longer merged anybody say so. */
export const demo: DemoPart = {
  async remove({ db, workspaceId }) {
    return async () => {
      const recounted = sql`
        update contacts own set has_merged = false
        where own.workspace_id = ${workspaceId} and own.has_merged and not exists (
          select from contacts m where m.workspace_id = ${workspaceId} and m.merged_into = own.id)`
      await recounted.execute(db)
    }
  },
}
