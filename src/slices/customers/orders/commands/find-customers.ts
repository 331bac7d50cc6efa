import { invalidField } from '../../../../kernel/errors.ts'
import { defineText } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { findCompanies, noCompany } from '../../companies/public.ts'
import { findContacts, noContact, readRoots } from '../../contacts/public.ts'

const nobody = defineText('orders.find-customers.nobody', 'Name the contact or the company it belongs to.')

interface Named {
  contactId?: string | null
  companyId?: string | null
}

export interface Customer {
  contactId: string | null
  companyId: string | null
}

/**
 * Whose order or return it is, for each of `given`: the contact named, even if it was merged into another, so that what is
 * bought stays with whom it was written for; and the company named, else the surviving contact's. One that is not there, in
 * the bin or not to be seen by the actor refuses the whole call.
 */
export async function findCustomers(ctx: Ctx, given: Named[]): Promise<(of: Named) => Customer> {
  const contactIds = [...new Set(given.flatMap(order => order.contactId ?? []))]
  const companyIds = [...new Set(given.flatMap(order => order.companyId ?? []))]
  const found = contactIds.length > 0 ? await findContacts(ctx, contactIds) : []
  if (found.length < contactIds.length) throw noContact()
  const contacts = new Map(found.map(contact => [contact.id, contact]))
  if (companyIds.length > 0) {
    const companies = await findCompanies(ctx, companyIds)
    if (companies.length < companyIds.length) throw noCompany()
  }
  return ({ contactId, companyId }) => {
    if (!contactId && !companyId) {
      throw invalidField('contactId', nobody)
    }
    const contact = contactId ? contacts.get(contactId)! : null
    return { contactId: contact?.id ?? null, companyId: companyId ?? contact?.companyId ?? null }
  }
}

/** Whether these contacts have been merged into one. */
export async function areOne(ctx: Ctx, contactIds: (string | null)[]): Promise<boolean> {
  const ids = [...new Set(contactIds)]
  if (ids.includes(null)) return false
  const roots = await readRoots(ctx, ids as string[])
  return roots.size === ids.length && new Set(roots.values()).size === 1
}
