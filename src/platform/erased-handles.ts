import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from './context.ts'
import { deriveKey } from './crypto/derive-key.ts'
import type { Tenant } from './db/database.ts'
import { findRow, findRows } from './db/row.ts'

interface Handle {
  kind: string
  normal: string
}

type Erasing = Pick<Ctx, 'app' | 'workspaceId'>

/** Keyed hashes of handles of erased people: without the instance's secret nobody can tell whose they were. */
export function erasedHashes({ app, workspaceId }: Erasing, handles: readonly Handle[]): Buffer[] {
  const key = deriveKey(app.secret, 'erased')
  return handles.map(({ kind, normal }) =>
    createHmac('sha256', key).update(`${workspaceId}\n${kind}\n${normal}`).digest(),
  )
}

/** When the people with these handles were erased, for those of the handles that are of such; keyed `kind normal`. */
export async function findErased(ctx: Tenant & Erasing, handles: readonly Handle[]): Promise<Map<string, Date>> {
  if (handles.length === 0 || !(await hasErased(ctx))) return new Map()
  const hashes = erasedHashes(ctx, handles)
  const keys = new Map(handles.map(({ kind, normal }, at) => [hashes[at]!.toString('hex'), `${kind} ${normal}`]))
  const rows = await findRows(ctx, 'erasedHandles', ['hash', 'erasedAt'], { hash: hashes })
  return new Map(rows.map(row => [keys.get(row.hash.toString('hex'))!, row.erasedAt]))
}

/** Most workspaces have never erased anybody, and pay for nothing. */
async function hasErased(tenant: Tenant): Promise<boolean> {
  return (await findRow(tenant, 'erasedHandles', ['hash'], {}, sql`limit 1`)) !== undefined
}
