import { sql } from 'kysely'
import type { Sentence } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { stored } from '../../../kernel/messages.ts'
import { clip } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/context.ts'
import { insertAll } from '../../../platform/db/row.ts'
import { tellLive } from '../../../platform/events/live.ts'

export interface NewNotification {
  memberId: string
  kind: string
  title: Sentence
  link?: string | null
  /** What it comes from, e.g. `note.mention:<id>`: a second one with the same key for the same member is ignored. */
  sourceKey: string
}

/** Tells members something, in the caller's transaction; their open screens hear of it when it commits. */
export async function notify(
  by: Pick<Ctx, 'db' | 'workspaceId' | 'now'>,
  notifications: NewNotification[],
): Promise<void> {
  if (notifications.length === 0) return
  const at = by.now()
  const rows = notifications.map(({ memberId, kind, title, link = null, sourceKey }) => ({
    id: newId(at.getTime()),
    memberId,
    kind,
    title: typeof title === 'string' ? clip(title, 300) : stored(title),
    link,
    sourceKey,
    createdAt: at,
  }))
  const once = sql<{ memberId: string }>`
    on conflict (workspace_id, member_id, source_key) do nothing returning member_id`
  const inserted = await insertAll(by, 'notifications', rows, once)
  if (inserted.length > 0)
    await tellLive(by, ['notification.created'], [...new Set(inserted.map(row => row.memberId))].slice(0, 100))
}
