import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { isDemoRecord } from '../../../platform/record/demo-records.ts'
import type { DemoPart } from '../../workspace/demo/public.ts'
import { refold } from './fold.ts'
import { dropOfNobody } from './rebuild.ts'
import { findMixed } from './whose.ts'

/** One's own customers whose facts count what demo customers did are counted anew when those are gone. */
export const demo: DemoPart = {
  async remove(ctx) {
    const contactIds = await findMixed(ctx)
    const companyIds = await findWithDemoContacts(ctx)
    return async () => {
      await dropOfNobody(ctx, 'contact')
      await dropOfNobody(ctx, 'company')
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
