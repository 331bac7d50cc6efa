import { letGoOfDemo } from '../../../platform/record/demo-records.ts'
import type { DemoPart } from '../../workspace/demo/public.ts'

export const demo: DemoPart = {
  async remove(tx, { workspaceId }) {
    await letGoOfDemo(tx, workspaceId, 'companies', 'parent_id', 'companies')
    return () => letGoOfDemo(tx, workspaceId, 'companies', 'team_id', 'teams')
  },
}
