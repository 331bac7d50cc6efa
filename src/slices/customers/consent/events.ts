import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'
import { channels, sayers, ways } from './consent.ts'

const data = z.object({
  /** Key of the purpose. */
  purpose: z.string(),
  channel: z.enum(channels),
  how: z.enum(ways),
  saidBy: z.enum(sayers),
})

/** The subject is the record of consent. */
export const consentEvents = defineEvents(
  'consent',
  {
    of: ({ id, contactId }: { id: string; contactId: string }) => ({ contactId, subjectId: id }),
    tag: 'consent',
    outdates: ['privacy', 'outbox'],
    group: 'consent',
  },
  {
    requested: { when: 'A contact was asked to confirm a purpose', data },
    granted: { when: 'A contact agreed to a purpose', data },
    withdrawn: { when: 'A contact withdrew a purpose', data },
  },
)
