import type { NewEvent } from '../../../../platform/events/record.ts'

interface Named {
  id: string
  name: string
  companyId: string | null
}

/** An event on the timeline of `of` about `other`. */
export function mergeEvent(kind: string, of: Named, other: Named, data: Record<string, unknown>): NewEvent {
  return {
    kind,
    contactId: of.id,
    companyId: of.companyId,
    subjectType: 'contact',
    subjectId: of.id,
    data: { ...data, contactId: other.id, name: other.name },
  }
}
