import type { NewEvent } from '../../../../platform/events/record.ts'

interface Apart {
  id: string
  aId: string
  bId: string
}

/** On the timeline of both: that they are not one person, or that this was taken back. */
export function apartEvents(
  kind: 'identity.parted' | 'identity.parting-taken-back',
  decisions: readonly Apart[],
  people: readonly { id: string; name: string }[],
): NewEvent[] {
  const nameOf = (id: string) => people.find(person => person.id === id)?.name ?? ''
  return decisions.flatMap(({ id: decisionId, aId, bId }) =>
    [
      [aId, bId],
      [bId, aId],
    ].map(([own, other]) => ({
      kind,
      contactId: own!,
      subjectType: 'contact',
      subjectId: own!,
      data: { decisionId, contactId: other!, name: nameOf(other!) },
    })),
  )
}
