import { sql } from 'kysely'
import { deleteDemoRecords, isDemoRecord } from '../../../platform/record/demo-records.ts'
import type { DemoPart } from '../demo/public.ts'

/** Teams with members of one's own stay when the demo leaves. */
export const demo: DemoPart = {
  async remove({ db, workspaceId }) {
    const keep = sql`
      update teams d set is_demo = false where d.workspace_id = ${workspaceId} and d.is_demo and exists (
        select from team_members t where t.workspace_id = ${workspaceId} and t.team_id = d.id
          and not ${isDemoRecord(workspaceId, sql`t.member_id`, 'members')})`
    await keep.execute(db)
    return async () => void (await deleteDemoRecords({ db, workspaceId }, 'teams'))
  },
}
