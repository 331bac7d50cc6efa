import type { Tenant } from '../../../platform/db/database.ts'
import type { Reaction, RecordedEvent } from '../../../platform/events/reaction.ts'
import { countedAs } from './counted.ts'
import { addEventsToFacts, reactionName, refold } from './fold.ts'
import { recountOf } from './rebuild.ts'
import { readRoots } from './whose.ts'

const recounts = countedAs('recount')
const moves = countedAs('move')

export const keepFacts: Reaction = {
  name: reactionName,
  kinds: 'all',
  async react(ctx, events) {
    const ids = events.map(({ id }) => id)
    await addEventsToFacts(ctx, events, ids)
    const recounted = events.filter(event => recounts.has(event.kind))
    for (const owner of ['contact', 'company'] as const) await recountOf(ctx, owner, recounted)
    const moved = events.filter(event => moves.has(event.kind))
    if (moved.length > 0) await refold(ctx, 'contact', await concernedBy(ctx, moved))
  },
}

/** The contacts that were merged or came apart, and those whose they are now. */
async function concernedBy(tenant: Tenant, events: RecordedEvent[]): Promise<string[]> {
  const ids = events.flatMap(({ contactId, data }) => [contactId!, String(data['contactId'])])
  const roots = await readRoots(tenant, 'contact', ids)
  return [...new Set([...roots].flat())]
}
