import type { DemoPart } from '../../workspace/demo/public.ts'

/** What was learnt from the demo says nothing of one's own customers. */
export const demo: DemoPart = {
  async remove({ db, workspaceId }) {
    await db.deleteFrom('identityRuns').where('workspaceId', '=', workspaceId).execute()
    await db.deleteFrom('identityModels').where('workspaceId', '=', workspaceId).execute()
  },
}
