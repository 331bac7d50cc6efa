import { sql } from 'kysely'
import { deleteRows } from '../../../platform/db/row.ts'
import { isDemoRecord, letGoOfDemo } from '../../../platform/record/demo-records.ts'
import { hasColumn } from '../../../platform/record/record-kind.ts'
import type { DemoPart } from '../demo/public.ts'

/** Teams with members of one's own stay when the demo leaves. */
export const demo: DemoPart = {
  async remove({ db, workspaceId, app }) {
    const keep = sql`
      update teams d set is_demo = false where d.workspace_id = ${workspaceId} and d.is_demo and exists (
        select from team_members t where t.workspace_id = ${workspaceId} and t.team_id = d.id
          and not ${isDemoRecord(workspaceId, sql`t.member_id`, 'members')})`
    await keep.execute(db)
    return async () => {
      for (const { table } of app.records.filter(kind => hasColumn(kind, 'teamId')))
        await letGoOfDemo({ db, workspaceId }, table, 'team_id', 'teams')
      await deleteRows({ db, workspaceId }, 'teams', { isDemo: true })
    }
  },
}
