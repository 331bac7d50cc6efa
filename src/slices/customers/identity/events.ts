import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'
import { ofContact } from '../contacts/events.ts'

/** `contactId` is the other contact. */
const data = z.object({ decisionId: z.string(), contactId: z.string(), name: z.string() })

/** On both contacts; that two became one is `contact.merged`. */
export const identityEvents = defineEvents(
  'identity',
  { of: ofContact, subject: 'contact', tag: 'identity', outdates: ['merges'], group: 'record' },
  {
    parted: { when: 'Somebody decided that two contacts are not one person', data },
    partingTakenBack: { when: 'That decision was taken back', data },
  },
)
