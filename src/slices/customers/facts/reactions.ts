import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { App } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { Reaction, RecordedEvent } from '../../../platform/events/reaction.ts'
import { countedAs, isCounted } from './counted.ts'
import { addToFacts, reactionName, refold } from './fold.ts'

const recounts = countedAs('recount')
const moves = countedAs('move')

export const keepFacts: Reaction = {
  name: reactionName,
  kinds: 'all',
  async react(_app: App, tx: Db, workspaceId: WorkspaceId, events: RecordedEvent[]) {
    const isRecount = events.some(event => recounts.has(event.kind))
    const counted = events.filter(isCounted)
    for (const whose of ['contact', 'company'] as const) {
      const owned = counted.filter(event => event[`${whose}Id`] !== null)
      const ids = owned.map(event => event.id)
      if (ids.length > 0) await addToFacts(tx, whose, workspaceId, ids)
      if (isRecount) await refold(tx, whose, workspaceId, await ownersOf(tx, whose, workspaceId, events))
    }
    const moved = events.filter(event => moves.has(event.kind))
    if (moved.length > 0) await refold(tx, 'contact', workspaceId, await concernedBy(tx, workspaceId, moved))
  },
}

async function ownersOf(
  tx: Db,
  of: 'contact' | 'company',
  workspaceId: WorkspaceId,
  events: RecordedEvent[],
): Promise<string[]> {
  const ids = [...new Set(events.filter(event => recounts.has(event.kind)).flatMap(event => event[`${of}Id`] ?? []))]
  if (of === 'company' || ids.length === 0) return ids
  const rows = await tx
    .selectFrom('contacts')
    .select(['id', 'mergedInto'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids)
    .execute()
  return [...new Set(rows.map(row => row.mergedInto ?? row.id))]
}

/** The contacts that were merged or came apart, and those whose they are now. */
async function concernedBy(tx: Db, workspaceId: WorkspaceId, events: RecordedEvent[]): Promise<string[]> {
  const ids = [...new Set(events.flatMap(({ contactId, data }) => [contactId!, String(data['contactId'])]))]
  const rows = await tx
    .selectFrom('contacts')
    .select(['id', 'mergedInto'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', ids)
    .execute()
  return [...new Set(rows.flatMap(row => [row.id, row.mergedInto ?? row.id]))]
}
