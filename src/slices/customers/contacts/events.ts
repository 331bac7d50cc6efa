import { z } from 'zod'
import { changes, defineEvents, type EventKeys } from '../../../kernel/event.ts'

/** What of a contact goes into its events, those that other slices declare included. */
export function ofContact({ id, companyId }: { id: string; companyId?: string | null }): EventKeys {
  return { contactId: id, companyId, subjectId: id }
}

const named = z.object({ name: z.string() })
const handle = z.object({ kind: z.string(), value: z.string() })

export const contactEvents = defineEvents(
  'contact',
  { of: ofContact, tag: 'contacts', outdates: ['identity', 'consent', 'privacy'], group: 'record' },
  {
    created: {
      when: 'A contact was made, by whatever way; a visitor of whom only a device is known is none yet',
      data: named.extend({ source: z.string().nullable() }),
    },
    changed: { when: 'Fields of a contact were changed', data: z.object({ changes }) },
    deleted: { when: 'A contact was moved to the bin', data: named },
    restored: { when: 'A contact came back from the bin', data: named },
  },
)

export const handleEvents = defineEvents(
  'handle',
  {
    of: ofContact,
    subject: 'contact',
    tag: 'contacts',
    outdates: ['consent', 'merges'],
    group: 'record',
  },
  {
    added: { when: 'A contact got a further address, number or id', data: handle },
    removed: { when: 'An address, number or id was taken from a contact', data: handle },
  },
)

/** A record that hangs on a customer or another record: a note, a task, a file. */
interface Attached {
  id: string
  contactId: string | null
  companyId: string | null
  contactCompanyId: string | null
  subjectId?: string | null
}

/** What its events carry: those with a contact stand on the timeline of its company too. */
export function ofAttached({ id, contactId, companyId, contactCompanyId, subjectId }: Attached) {
  return { contactId, companyId: companyId ?? contactCompanyId, subjectId: id, linkedId: subjectId }
}
