import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { App } from '../../../platform/context.ts'
import type { Db, Tenant } from '../../../platform/db/database.ts'
import type { Reaction, RecordedEvent } from '../../../platform/events/reaction.ts'
import { countedAs, isCounted } from './counted.ts'
import { addToFacts, reactionName, refold } from './fold.ts'
import { recountOf } from './rebuild.ts'
import { readRoots } from './whose.ts'

const recounts = countedAs('recount')
const moves = countedAs('move')

export const keepFacts: Reaction = {
  name: reactionName,
  kinds: 'all',
  async react(_app: App, tx: Db, workspaceId: WorkspaceId, events: RecordedEvent[]) {
    const counted = events.filter(isCounted)
    const recounted = events.filter(event => recounts.has(event.kind))
    for (const owner of ['contact', 'company'] as const) {
      const owned = counted.filter(event => event[`${owner}Id`] !== null)
      const ids = owned.map(event => event.id)
      if (ids.length > 0) await addToFacts(tx, owner, workspaceId, ids)
      await recountOf(tx, owner, workspaceId, recounted)
    }
    const moved = events.filter(event => moves.has(event.kind))
    if (moved.length > 0) await refold(tx, 'contact', workspaceId, await concernedBy({ db: tx, workspaceId }, moved))
  },
}

/** The contacts that were merged or came apart, and those whose they are now. */
async function concernedBy({ db, workspaceId }: Tenant, events: RecordedEvent[]): Promise<string[]> {
  const ids = events.flatMap(({ contactId, data }) => [contactId!, String(data['contactId'])])
  const roots = await readRoots(db, 'contact', workspaceId, ids)
  return [...new Set([...roots].flat())]
}
