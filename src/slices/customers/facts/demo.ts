import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import { isDemoRecord } from '../../../platform/record/demo-records.ts'
import type { DemoPart } from '../../workspace/demo/public.ts'
import { refold } from './fold.ts'

/** One's own customers whose facts count what demo customers did are counted anew when those are gone. */
export const demo: DemoPart = {
  async remove(tx, { workspaceId }) {
    const contactIds = await findMixed(tx, workspaceId)
    const companyIds = await findWithDemoContacts(tx, workspaceId)
    return async () => {
      for (const [facts, key, table] of [
        ['contact_facts', 'contact_id', 'contacts'],
        ['company_facts', 'company_id', 'companies'],
      ] as const) {
        const ofNobody = sql`
          delete from ${sql.table(facts)} f where f.workspace_id = ${workspaceId} and not exists (
            select from ${sql.table(table)} c where c.workspace_id = ${workspaceId} and c.id = ${sql.ref(`f.${key}`)})`
        await ofNobody.execute(tx)
      }
      await refold(tx, 'contact', workspaceId, contactIds)
      await refold(tx, 'company', workspaceId, companyIds)
    }
  },
}

/** One's own contacts that are merged with demo contacts. */
async function findMixed(tx: Db, workspaceId: WorkspaceId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select own.id from contacts own where own.workspace_id = ${workspaceId} and not own.is_demo and (
      own.merged_into is not null and ${isDemoRecord(workspaceId, sql`own.merged_into`, 'contacts')}
      or own.has_merged and exists (
        select from contacts m
        where m.workspace_id = ${workspaceId} and m.merged_into = own.id and m.is_demo))`.execute(tx)
  return rows.map(row => row.id)
}

async function findWithDemoContacts(tx: Db, workspaceId: WorkspaceId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct e.company_id as id
    from events e join companies own on own.workspace_id = e.workspace_id and own.id = e.company_id and not own.is_demo
    where e.workspace_id = ${workspaceId} and ${isDemoRecord(workspaceId, sql`e.contact_id`, 'contacts')}`.execute(tx)
  return rows.map(row => row.id)
}
