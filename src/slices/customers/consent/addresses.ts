import { sql } from 'kysely'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { Channel } from './consent.ts'

export interface OwnHandle {
  id: string
  /** Whose handle it is: not the survivor's id when it came with a merged contact. */
  contactId: string
  kind: string
  value: string
  normal: string
  isPrimary: boolean
  verifiedAt: Date | null
}

/** The handles of contacts that are one person, those first that a person would be written to. */
export async function readHandles(db: Db, workspaceId: WorkspaceId, ids: readonly string[]): Promise<OwnHandle[]> {
  return db
    .selectFrom('handles')
    .select(['id', 'contactId', 'kind', 'value', 'normal', 'isPrimary', 'verifiedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('contactId', '=', sql<string>`any(${ids}::uuid[])`)
    .where('deletedAt', 'is', null)
    .orderBy(sql`contact_id <> ${ids[0] ?? null}::uuid`)
    .orderBy('isPrimary', 'desc')
    .orderBy('createdAt')
    .execute()
}

/** The kinds of handles by which a channel reaches somebody. */
const handleKinds: Record<Channel, string[]> = {
  email: ['email'],
  phone: ['phone'],
  sms: ['phone'],
  whatsapp: ['whatsapp', 'phone'],
  post: [],
  web: [],
}

/** By which handle a channel reaches somebody; undefined where it needs none or there is none. */
export function handleFor(channel: Channel, handles: readonly OwnHandle[]): OwnHandle | undefined {
  return handleKinds[channel].flatMap(kind => handles.filter(handle => handle.kind === kind))[0]
}

/** `marta@example.com` as `m•••@e•••.com`, a number as its last three figures. */
export function maskHandle({ kind, normal }: Pick<OwnHandle, 'kind' | 'normal'>): string {
  if (kind !== 'email') return `•••${normal.slice(-3)}`
  const [name = '', domain = ''] = normal.split('@')
  const dot = domain.lastIndexOf('.')
  return `${name.slice(0, 1)}•••@${domain.slice(0, 1)}•••${dot > 0 ? domain.slice(dot) : ''}`
}
