import type { NewEvent } from '../../../../platform/events/record.ts'

interface Owned {
  id: string
  contactId: string | null
  companyId: string | null
}

export function orderEvent({ id, contactId, companyId }: Owned, kind: string, data: Record<string, unknown>): NewEvent {
  return { kind, contactId, companyId, subjectType: 'order', subjectId: id, data }
}

export function returnEvent(
  { id, contactId, companyId, ...returned }: Owned & { orderId: string | null; number: string },
  kind: string,
  data: Record<string, unknown> = {},
): NewEvent {
  return {
    kind,
    contactId,
    companyId,
    subjectType: 'return',
    subjectId: id,
    data: { returnId: id, orderId: returned.orderId, number: returned.number, ...data },
  }
}
