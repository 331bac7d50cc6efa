import { findPurposes } from '../purposes.ts'
import { consentsOf } from '../queries/consents-of.ts'
import { recordConsents, type ConsentActor, type NewConsent } from './record-consents.ts'
import { suppress } from './suppress.ts'

export interface OptOut {
  contactId: string
  /** Normal forms of the addresses. */
  emails: string[]
}

/**
 * Keeps what another system knew: these people want no mail. Who has agreed to something by himself since then has the
 * last word. Repeating it changes nothing.
 */
export async function keepOptOuts(by: ConsentActor, optOuts: OptOut[], importId: string): Promise<void> {
  if (optOuts.length === 0) return
  const purposes = (await findPurposes(by)).filter(({ channels }) => channels.includes('email'))
  const ids = optOuts.map(({ contactId }) => contactId)
  const known = await consentsOf(by, ids, by.now())
  const entries: NewConsent[] = []
  const emails = new Set<string>()
  for (const { contactId, emails: addresses } of optOuts) {
    const standings = (known.get(contactId) ?? []).filter(({ channel }) => channel === 'email')
    if (standings.some(({ state, record }) => state === 'granted' && record.saidBy === 'customer')) continue
    for (const email of addresses) emails.add(email)
    for (const { id } of purposes) {
      if (standings.some(({ purposeId, state }) => purposeId === id && state === 'withdrawn')) continue
      const handle = addresses[0] === undefined ? null : { kind: 'email', normal: addresses[0] }
      const said = { state: 'withdrawn', saidBy: 'import', how: 'import', channel: 'email' } as const
      entries.push({ ...said, contactId, purpose: id, handle, importId })
    }
  }
  await recordConsents(by, entries, true)
  await suppress(
    by,
    [...emails].map(normal => ({ kind: 'email', normal })),
    'unsubscribed',
    'email',
  )
}
