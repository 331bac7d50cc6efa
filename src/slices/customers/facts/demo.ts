import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { isDemoRecord } from '../../../platform/record/demo-records.ts'
import type { DemoPart } from '../../workspace/demo/public.ts'
import { refold } from './fold.ts'
import { findMixed, whose } from './whose.ts'

/** One's own customers whose facts count what demo customers did are counted anew when those are gone. */
export const demo: DemoPart = {
  async remove(ctx) {
    const { db, workspaceId } = ctx
    const contactIds = await findMixed(ctx)
    const companyIds = await findWithDemoContacts(ctx)
    return async () => {
      for (const { facts, key, records } of Object.values(whose)) {
        const ofNobody = sql`
          delete from ${facts} f where f.workspace_id = ${workspaceId} and not exists (
            select from ${records} r where r.workspace_id = ${workspaceId} and r.id = f.${key})`
        await ofNobody.execute(db)
      }
      await refold(ctx, 'contact', contactIds)
      await refold(ctx, 'company', companyIds)
    }
  },
}

async function findWithDemoContacts({ db, workspaceId }: Tenant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct e.company_id as id from events e
    where e.workspace_id = ${workspaceId} and ${isDemoRecord(workspaceId, sql`e.contact_id`, 'contacts')}
      and not ${isDemoRecord(workspaceId, sql`e.company_id`, 'companies')}`.execute(db)
  return rows.map(row => row.id)
}
