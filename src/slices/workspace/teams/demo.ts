import { sql } from 'kysely'
import { deleteDemoRecords } from '../../../platform/record/demo-records.ts'
import type { DemoPart } from '../demo/public.ts'

/** Teams with members of one's own stay when the demo leaves. */
export const demo: DemoPart = {
  async remove(tx, { workspaceId }) {
    const keep = sql`
      update teams d set is_demo = false where d.workspace_id = ${workspaceId} and d.is_demo and exists (
        select from team_members t
          join members m on m.workspace_id = t.workspace_id and m.id = t.member_id and not m.is_demo
        where t.workspace_id = ${workspaceId} and t.team_id = d.id)`
    await keep.execute(tx)
    return async () => void (await deleteDemoRecords(tx, workspaceId, 'teams'))
  },
}
