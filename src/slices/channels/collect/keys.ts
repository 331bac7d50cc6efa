import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db, Tenant } from '../../../platform/db/database.ts'
import type { ConsentMode, SourceKind } from './schema.ts'

/** The source to which a write key belongs. */
export interface KeyHolder {
  workspaceId: WorkspaceId
  id: string
  slug: string
  kind: SourceKind
  allowedOrigins: string[]
  consentMode: ConsentMode
  isEnabled: boolean
  isDemo: boolean
}

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
export async function findHolderIn({ db, workspaceId }: Tenant, id: string): Promise<KeyHolder | null> {
  const { rows } = await sql<KeyHolder>`
    select s.workspace_id, s.id, s.slug, s.kind, s.allowed_origins, s.consent_mode, s.is_enabled, s.is_demo
    from collect_sources s where s.workspace_id = ${workspaceId} and s.id = ${id} and s.archived_at is null`.execute(db)
  return rows[0] ?? null
}

async function readHolder(db: Db, key: string): Promise<KeyHolder | null> {
  const { rows } = await sql<KeyHolder>`
    select s.workspace_id, s.id, s.slug, s.kind, s.allowed_origins, s.consent_mode, s.is_enabled, s.is_demo
    from collect_keys k join collect_sources s on s.workspace_id = k.workspace_id and s.id = k.source_id
    where k.key = ${key} and s.archived_at is null`.execute(db)
  return rows[0] ?? null
}
