import { letGoOfDemo } from '../../../platform/record/demo-records.ts'
import type { DemoPart } from '../../workspace/demo/public.ts'

export const demo: DemoPart = {
  async remove({ db, workspaceId }) {
    await letGoOfDemo({ db, workspaceId }, 'companies', 'parent_id', 'companies')
    return () => letGoOfDemo({ db, workspaceId }, 'companies', 'team_id', 'teams')
  },
}
