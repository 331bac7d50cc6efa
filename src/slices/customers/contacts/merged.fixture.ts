import type { Tenant } from '../../../platform/db/database.ts'

/** Merges one contact into another as far as readers of histories are concerned. */
export async function markMerged({ db, workspaceId }: Tenant, id: string, into: string): Promise<void> {
  const change = (values: { mergedInto: string } | { hasMerged: true }, of: string) =>
    db.updateTable('contacts').set(values).where('workspaceId', '=', workspaceId).where('id', '=', of).execute()
  await change({ mergedInto: into }, id)
  await change({ hasMerged: true }, into)
}
