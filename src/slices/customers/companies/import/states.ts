import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import { only, type Stored } from '../../../../kernel/record/record.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { companyRecord, sourceColumns } from '../record.ts'

const columns = { ...sourceColumns, ...only(companyRecord.columns, 'importId') }
const selected = selectOf(columns, 'c')

export type StoredState = Stored<typeof columns>

/** What imports write of companies, as it stands. */
export async function readStates(
  tx: Db,
  workspaceId: WorkspaceId,
  ids: readonly string[],
  isLocking: boolean,
): Promise<StoredState[]> {
  const lock = isLocking ? sql`for update` : sql``
  const { rows } = await sql<StoredState>`
    select ${selected} from companies c where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[]) order by c.id ${lock}`.execute(
    tx,
  )
  return rows
}
