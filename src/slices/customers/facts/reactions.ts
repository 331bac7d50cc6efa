import type { NewEvent } from '../../../kernel/event.ts'
import type { Reaction, RecordedEvent } from '../../../platform/events/reaction.ts'
import { countedAs, type Folding } from './counted.ts'
import { addEventsToFacts, reactionName, refold } from './fold.ts'
import { recount } from './rebuild.ts'
import { rootsOf } from './whose.ts'

export const keepFacts: Reaction = {
  name: reactionName,
  kinds: 'all',
  async react(ctx, events) {
    const ids = events.map(({ id }) => id)
    await countEvents(ctx, events, ids)
  },
}

type Happened = Pick<NewEvent | RecordedEvent, 'kind' | 'contactId' | 'companyId' | 'data'> & {
  channel?: string | null
}

/** Brings facts up to date with events that are new in the log; `ids` are theirs. */
export async function countEvents(folding: Folding, events: readonly Happened[], ids: readonly string[]) {
  await addEventsToFacts(folding, events, ids)
  const recounts = countedAs(folding, 'recount')
  await recount(
    folding,
    events.filter(event => recounts.has(event.kind)),
  )
  const moves = countedAs(folding, 'move')
  const moved = events.filter(event => moves.has(event.kind))
  if (moved.length > 0) await refold(folding, 'contact', await concernedBy(folding, moved))
}

/** The contacts that were merged or came apart, and those whose they are now. */
async function concernedBy(folding: Folding, events: readonly Happened[]): Promise<string[]> {
  const ids = events.flatMap(({ contactId, data }) => [contactId!, String(data['contactId'])])
  const roots = await rootsOf(folding, 'contact', ids)
  return [...new Set([...roots].flat())]
}
