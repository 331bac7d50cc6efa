import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'
import { ofContact } from '../contacts/events.ts'

export const privacyEvents = defineEvents(
  'contact',
  {
    of: ofContact,
    tag: 'privacy',
    outdates: ['companies'],
    group: 'record',
  },
  {
    held: {
      when: 'A contact was put under a legal hold, until a day or for good',
      data: z.object({ until: z.string().nullable() }),
    },
    released: { when: 'The legal hold of a contact was ended' },
    erased: { when: 'A person was erased; it is the last event of the contact' },
  },
)
