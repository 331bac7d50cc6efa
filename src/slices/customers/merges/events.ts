import { z } from 'zod'
import { defineEvents } from '../../../kernel/event.ts'
import { ofContact } from '../contacts/events.ts'
import { hows } from './schema.ts'

/** The other contact. */
const other = z.object({ contactId: z.string(), name: z.string() })
/** How the data of an event names the other contact. */
export function naming({ id, name }: { id: string; name: string }) {
  return { contactId: id, name }
}

const outdates = ['identity', 'consent', 'privacy']

export const mergeEvents = defineEvents(
  'contact',
  { of: ofContact, tag: 'merges', outdates, group: 'record' },
  {
    merged: {
      when: 'Another contact was merged into this one',
      data: other.extend({ mergeId: z.string(), how: z.enum(hows) }),
      counts: { as: 'move' },
    },
    unmerged: {
      when: 'Two contacts that had been merged came apart; on both',
      data: other.extend({ mergeId: z.string() }),
      counts: { as: 'move' },
    },
    split: {
      when: 'Addresses, numbers or ids went from one contact to a new one; on both',
      data: other.extend({ handles: z.int() }),
    },
  },
)

export const claimEvents = defineEvents(
  'handle',
  { of: ofContact, subject: 'contact', tag: 'merges', outdates, group: 'record' },
  {
    claimed: {
      when: 'A customer confirmed that an address is theirs',
      data: z.object({ claimId: z.string(), kind: z.string(), value: z.string(), mergeId: z.string().nullable() }),
    },
  },
)
