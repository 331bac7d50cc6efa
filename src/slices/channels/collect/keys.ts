import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db, Tenant } from '../../../platform/db/database.ts'
import { findRow } from '../../../platform/db/row.ts'
import type { Source } from './schema.ts'

/** The source to which a write key belongs. */
export interface KeyHolder extends Pick<Source, (typeof columns)[number]> {
  workspaceId: WorkspaceId
}

const columns = ['id', 'slug', 'kind', 'allowedOrigins', 'consentMode', 'isEnabled', 'isDemo'] as const

/** How long a source is remembered: a key that was replaced stops working elsewhere within this time. */
const milliseconds = 1000
const mostRemembered = 10_000
const remembered = new WeakMap<Db, Map<string, { holder: Promise<KeyHolder | null>; until: number }>>()

/** The source with this write key; null when there is none, or it was deleted. Asked of the database once a second at most. */
export function findHolder(db: Db, key: string): Promise<KeyHolder | null> {
  let known = remembered.get(db)
  if (!known) remembered.set(db, (known = new Map()))
  const now = performance.now()
  const found = known.get(key)
  if (found && found.until > now) return found.holder
  if (known.size >= mostRemembered) known.clear()
  const holder = readHolder(db, key)
  known.set(key, { holder, until: now + milliseconds })
  holder.catch(() => known.delete(key))
  return holder
}

/** After a change of sources: the next request asks the database again. */
export function forgetHolders(db: Db): void {
  remembered.delete(db)
}

/** The source with this id. */
export async function findHolderIn(tenant: Tenant, id: string): Promise<KeyHolder | null> {
  const source = await findRow(tenant, 'collectSources', columns, { id, archivedAt: null })
  return source ? ({ ...source, workspaceId: tenant.workspaceId } as KeyHolder) : null
}

async function readHolder(db: Db, key: string): Promise<KeyHolder | null> {
  const keys = db.selectFrom('collectKeys').select(['workspaceId', 'sourceId']).where('key', '=', key)
  const known = await keys.executeTakeFirst()
  return known ? findHolderIn({ db, workspaceId: known.workspaceId as WorkspaceId }, known.sourceId) : null
}
