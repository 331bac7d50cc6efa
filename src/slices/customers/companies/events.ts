import { recordEvents } from '../../../kernel/record/events.ts'
import { companyRecord } from './record.ts'

export const companyEvents = recordEvents(companyRecord, {
  of: ({ id }: { id: string }) => ({ companyId: id, subjectId: id }),
})
