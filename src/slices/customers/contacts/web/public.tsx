import { call } from '../../../../ui/api/call.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import type { Field, FieldOption } from '../../../../ui/fields/field.ts'
import { Link } from '../../../../ui/layout/Link.tsx'
import { getContact, listContacts } from '../schema.ts'

/** Contacts by part of a name, e-mail or phone. */
export async function searchContacts(query: string, signal?: AbortSignal): Promise<FieldOption[]> {
  const { items } = await call(listContacts, { query: { q: query, limit: 20 } }, signal)
  return items.map(({ id, name, email, companyName }) => ({
    value: id,
    label: name,
    hint: email ?? companyName ?? undefined,
  }))
}

export async function resolveContacts(ids: readonly string[]): Promise<FieldOption[]> {
  const found = await Promise.allSettled(ids.slice(0, 20).map(id => call(getContact, { params: { id } })))
  return found.flatMap(result =>
    result.status === 'fulfilled' ? [{ value: result.value.id, label: result.value.name }] : [],
  )
}

/** A field that holds a contact, for filters, cells and forms. */
export function contactField(key: string, label: string): Field {
  return { key, label, type: 'contact', search: searchContacts, resolve: resolveContacts }
}

/** The name of a contact whose id is known. */
export function ContactName({ id }: { id: string }) {
  const contact = useEndpoint(getContact, { params: { id } }).data
  return contact ? <Link href={`/contacts/${contact.id}`}>{contact.name}</Link> : null
}
