import type { NewEvent } from '../../../../kernel/event.ts'
import { identityEvents } from '../events.ts'

interface Apart {
  id: string
  aId: string
  bId: string
}

/** On the timeline of both: that they are not one person, or that this was taken back. */
export function apartEvents(
  event: (typeof identityEvents)[keyof typeof identityEvents],
  decisions: readonly Apart[],
  people: readonly { id: string; name: string }[],
): NewEvent[] {
  const nameOf = (id: string) => people.find(person => person.id === id)?.name ?? ''
  return decisions.flatMap(({ id: decisionId, aId, bId }) => [
    event({ id: aId }, { decisionId, contactId: bId, name: nameOf(bId) }),
    event({ id: bId }, { decisionId, contactId: aId, name: nameOf(aId) }),
  ])
}
