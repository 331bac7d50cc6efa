import type { Task } from '../schema.ts'

/** Whom a task is about. */
export function parentOf({ contactId, contactName, companyId, companyName }: Task) {
  if (contactId) return { name: contactName, href: `/contacts/${contactId}` }
  return companyId ? { name: companyName, href: `/companies/${companyId}` } : null
}
