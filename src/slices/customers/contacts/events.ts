import { z } from 'zod'
import { defineEvents, type EventKeys } from '../../../kernel/event.ts'
import { recordEvents } from '../../../kernel/record/events.ts'
import { contactRecord } from './record.ts'

/** What of a contact goes into its events, those that other slices declare included. */
export function ofContact({ id, companyId }: { id: string; companyId?: string | null }): EventKeys {
  return { contactId: id, companyId, subjectId: id }
}

const handle = z.object({ kind: z.string(), value: z.string() })

/** A visitor of whom only a device is known is none yet. */
export const contactEvents = recordEvents(contactRecord, {
  of: ofContact,
  outdates: ['identity', 'consent', 'privacy'],
})

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
