import type { WorkspaceId } from '../../../kernel/ids.ts'
import { inTransaction, type Tenant } from '../../../platform/db/database.ts'
import { readById } from '../../../platform/db/read-by-id.ts'
import type { Folding } from './counted.ts'
import { refold } from './fold.ts'
import { rootsOf, whose, type FactsOf } from './whose.ts'
import { sql } from 'kysely'
import type { App } from '../../../platform/context.ts'
import { listWorkspaces } from '../../../platform/workspaces.ts'

interface Owners {
  contactId?: string | null
  companyId?: string | null
}

/** Computes the facts of those anew whose orders or returns went away, or were cancelled; contacts count as they are now. */
export async function recount(folding: Folding, owners: readonly Owners[]): Promise<void> {
  for (const whom of ['contact', 'company'] as const) {
    const ids = owners.flatMap(owner => owner[`${whom}Id`] ?? [])
    const roots = await rootsOf(folding, whom, ids)
    await refold(folding, whom, [...new Set(roots.values())])
  }
}

const batchSize = 2000

export interface Rebuilt {
  workspaceId: WorkspaceId
  name: string
  contacts: number
  companies: number
}

/** Computes the facts of every workspace anew from the log. */
export async function rebuildAllFacts(app: App, onRebuilt: (workspace: Rebuilt) => void = () => {}): Promise<void> {
  for (const { id: workspaceId, name } of await listWorkspaces(app.db)) {
    const tenant = { app, db: app.db, workspaceId }
    const contacts = await rebuildFacts(tenant, 'contact')
    onRebuilt({ workspaceId, name, contacts, companies: await rebuildFacts(tenant, 'company') })
  }
}

/**
 * Answers of how many records. In batches of them, each in a transaction of its own, so that work goes on meanwhile: a batch
 * and a delivery of events wait for each other only over the same records.
 */
export async function rebuildFacts(tenant: Folding, of: FactsOf): Promise<number> {
  const { db, workspaceId } = tenant
  const { records, isRoot } = whose[of]
  let count = 0
  const page = (after: string, limit: number) => sql<{ id: string }>`
    select r.id from ${records} r where r.workspace_id = ${workspaceId} and r.id > ${after}::uuid and ${isRoot}
    order by r.id limit ${limit}`
  for await (const rows of readById(db, page, batchSize)) {
    const ids = rows.map(row => row.id)
    await inTransaction(tenant, tenant => refold(tenant, of, ids))
    count += ids.length
  }
  await dropOfNobody(tenant, of)
  return count
}

/** Takes away the facts of records that are gone or were merged into others. */
export async function dropOfNobody({ db, workspaceId }: Tenant, of: FactsOf): Promise<void> {
  const { records, facts, key, isRoot } = whose[of]
  const ofNobody = sql`
    delete from ${facts} f where f.workspace_id = ${workspaceId} and not exists (
      select from ${records} r where r.workspace_id = ${workspaceId} and r.id = f.${key} and ${isRoot})`
  await ofNobody.execute(db)
}
