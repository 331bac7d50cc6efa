import type { WorkspaceId } from '../../../kernel/ids.ts'
import { inTransaction, type Tenant } from '../../../platform/db/database.ts'
import { readById } from '../../../platform/db/read-by-id.ts'
import { refold } from './fold.ts'
import { readRoots, whose, type FactsOf } from './whose.ts'
import { sql } from 'kysely'
import type { App } from '../../../platform/context.ts'
import { listWorkspaces } from '../../../platform/workspaces.ts'

interface Owners {
  contactId?: string | null
  companyId?: string | null
}

/** Computes the facts of those anew whose orders or returns went away, or were cancelled; contacts count as they are now. */
export async function recount(tenant: Tenant, owners: readonly Owners[]): Promise<void> {
  await recountOf(tenant, 'contact', owners)
  await recountOf(tenant, 'company', owners)
}

export async function recountOf(tenant: Tenant, of: FactsOf, owners: readonly Owners[]): Promise<void> {
  const ids = owners.flatMap(owner => owner[`${of}Id`] ?? [])
  const roots = await readRoots(tenant, of, ids)
  await refold(tenant, of, [...new Set(roots.values())])
}

const batchSize = 2000

export interface Rebuilt {
  workspaceId: WorkspaceId
  name: string
  contacts: number
  companies: number
}

/**
 * Computes the facts of every workspace anew from the log. In batches of records, each in a transaction of its own, so
 * that work goes on meanwhile: a batch and a delivery of events wait for each other only over the same records.
 */
export async function rebuildAllFacts(app: App, onRebuilt: (workspace: Rebuilt) => void = () => {}): Promise<void> {
  for (const { id: workspaceId, name } of await listWorkspaces(app.db)) {
    const tenant = { db: app.db, workspaceId }
    const contacts = await rebuildInBatches(tenant, 'contact')
    onRebuilt({ workspaceId, name, contacts, companies: await rebuildInBatches(tenant, 'company') })
  }
}

async function rebuildInBatches(tenant: Tenant, of: FactsOf): Promise<number> {
  const { db, workspaceId } = tenant
  const { records, facts, key, isRoot } = whose[of]
  let count = 0
  const page = (after: string, limit: number) => sql<{ id: string }>`
    select r.id from ${records} r where r.workspace_id = ${workspaceId} and r.id > ${after}::uuid and ${isRoot}
    order by r.id limit ${limit}`
  for await (const rows of readById(db, page, batchSize)) {
    const ids = rows.map(row => row.id)
    await inTransaction(tenant, tenant => refold(tenant, of, ids))
    count += ids.length
  }
  await sql`
    delete from ${facts} f where f.workspace_id = ${workspaceId} and not exists (
      select from ${records} r
      where r.workspace_id = ${workspaceId} and r.id = f.${key} and ${isRoot})`.execute(db)
  return count
}
