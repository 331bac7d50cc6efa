import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { WorkspaceId } from '../kernel/ids.ts'
import type { App } from './context.ts'
import { deriveKey } from './crypto/derive-key.ts'
import type { Db, Tenant } from './db/database.ts'

interface Handle {
  kind: string
  normal: string
}

/** Keyed hashes of handles of erased people: without the instance's secret nobody can tell whose they were. */
export function erasedHashes(
  { secret }: Pick<App, 'secret'>,
  workspaceId: WorkspaceId,
  handles: readonly Handle[],
): Buffer[] {
  const key = deriveKey(secret, 'erased')
  return handles.map(({ kind, normal }) =>
    createHmac('sha256', key).update(`${workspaceId}\n${kind}\n${normal}`).digest(),
  )
}

/** When the people with these handles were erased, for those of the handles that are of such; keyed `kind normal`. */
export async function findErased(
  db: Db,
  app: Pick<App, 'secret'>,
  workspaceId: WorkspaceId,
  handles: readonly Handle[],
): Promise<Map<string, Date>> {
  if (handles.length === 0 || !(await hasErased({ db, workspaceId }))) return new Map()
  const hashes = erasedHashes(app, workspaceId, handles)
  const keys = new Map(handles.map(({ kind, normal }, at) => [hashes[at]!.toString('hex'), `${kind} ${normal}`]))
  const { rows } = await sql<{ hash: string; erasedAt: Date }>`
    select encode(hash, 'hex') as hash, erased_at from erased_handles
    where workspace_id = ${workspaceId} and hash = any(array(select decode(h, 'hex') from unnest(${[...keys.keys()]}::text[]) h))`.execute(
    db,
  )
  return new Map(rows.map(row => [keys.get(row.hash)!, row.erasedAt]))
}

/** Most workspaces have never erased anybody, and pay for nothing. */
async function hasErased({ db, workspaceId }: Tenant): Promise<boolean> {
  const { rows } = await sql`select from erased_handles where workspace_id = ${workspaceId} limit 1`.execute(db)
  return rows.length > 0
}
