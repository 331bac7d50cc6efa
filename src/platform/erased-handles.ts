import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { WorkspaceId } from '../kernel/ids.ts'
import type { App } from './context.ts'
import { deriveKey } from './crypto/derive-key.ts'
import type { Db } from './db/database.ts'

interface Handle {
  kind: string
  normal: string
}

/** Stands for a handle of an erased person: without the instance's secret nobody can tell whose it was. */
export function erasedHash(app: Pick<App, 'secret'>, workspaceId: WorkspaceId, { kind, normal }: Handle): Buffer {
  return createHmac('sha256', deriveKey(app.secret, 'erased')).update(`${workspaceId}\n${kind}\n${normal}`).digest()
}

/** When the people with these handles were erased, for those of the handles that are of such; keyed `kind normal`. */
export async function findErased(
  db: Db,
  app: Pick<App, 'secret'>,
  workspaceId: WorkspaceId,
  handles: readonly Handle[],
): Promise<Map<string, Date>> {
  if (handles.length === 0) return new Map()
  const keys = new Map(
    handles.map(handle => [erasedHash(app, workspaceId, handle).toString('hex'), `${handle.kind} ${handle.normal}`]),
  )
  const { rows } = await sql<{ hash: string; erasedAt: Date }>`
    select encode(hash, 'hex') as hash, erased_at from erased_handles
    where workspace_id = ${workspaceId} and hash = any(select decode(h, 'hex') from unnest(${[...keys.keys()]}::text[]) h)`.execute(
    db,
  )
  return new Map(rows.map(row => [keys.get(row.hash)!, row.erasedAt]))
}
