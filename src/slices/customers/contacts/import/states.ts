import { sql } from 'kysely'
import type { WorkspaceId } from '../../../../kernel/ids.ts'
import { only, type Stored } from '../../../../kernel/record/record.ts'
import type { Db } from '../../../../platform/db/database.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { contactRecord, sourceColumns } from '../record.ts'

const columns = { ...sourceColumns, ...only(contactRecord.columns, 'importId') }
const selected = selectOf(columns, 'c')

/** What imports write of contacts, as it stands. */
export async function readStates(
  tx: Db,
  workspaceId: WorkspaceId,
  ids: readonly string[],
  isLocking: boolean,
): Promise<Stored<typeof columns>[]> {
  const lock = isLocking ? sql`for update` : sql``
  const { rows } = await sql<Stored<typeof columns>>`
    select ${selected} from contacts c where c.workspace_id = ${workspaceId} and c.id = any(${ids}::uuid[]) order by c.id ${lock}`.execute(
    tx,
  )
  return rows
}
