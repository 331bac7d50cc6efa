import { deleteRows } from '../../../platform/db/row.ts'
import type { DemoPart } from '../../workspace/demo/public.ts'

/** What was learnt from the demo says nothing of one's own customers. */
export const demo: DemoPart = {
  async remove(ctx) {
    await deleteRows(ctx, 'identityRuns', {})
    await deleteRows(ctx, 'identityModels', {})
  },
}
