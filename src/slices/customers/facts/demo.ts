import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import { isDemoRecord } from '../../../platform/record/demo-records.ts'
import type { DemoPart } from '../../workspace/demo/public.ts'
import { refold } from './fold.ts'
import { findMixed, whose } from './whose.ts'

/** One's own customers whose facts count what demo customers did are counted anew when those are gone. */
export const demo: DemoPart = {
  async remove(tx, { workspaceId }) {
    const contactIds = await findMixed(tx, workspaceId)
    const companyIds = await findWithDemoContacts(tx, workspaceId)
    return async () => {
      for (const { facts, key, records } of Object.values(whose)) {
        const ofNobody = sql`
          delete from ${facts} f where f.workspace_id = ${workspaceId} and not exists (
            select from ${records} r where r.workspace_id = ${workspaceId} and r.id = f.${key})`
        await ofNobody.execute(tx)
      }
      await refold(tx, 'contact', workspaceId, contactIds)
      await refold(tx, 'company', workspaceId, companyIds)
    }
  },
}

async function findWithDemoContacts(tx: Db, workspaceId: WorkspaceId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct e.company_id as id from events e
    where e.workspace_id = ${workspaceId} and ${isDemoRecord(workspaceId, sql`e.contact_id`, 'contacts')}
      and not ${isDemoRecord(workspaceId, sql`e.company_id`, 'companies')}`.execute(tx)
  return rows.map(row => row.id)
}
