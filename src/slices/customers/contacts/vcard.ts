import ICAL from 'ical.js'
import { addressParts } from './merged/values.ts'
import { profileAddress } from './policy.ts'
import type { Contact } from './schema.ts'

/** The contact as one vCard 4.0 (RFC 6350). */
export function toVcard(contact: Contact): string {
  const card = new ICAL.Component(['vcard', [], []])
  const add = (name: string, value: string | string[], parameters: Record<string, string> = {}) => {
    const property = new ICAL.Property(name, card)
    property.setValue(value)
    for (const [key, parameter] of Object.entries(parameters)) property.setParameter(key, parameter)
    card.addProperty(property)
  }
  add('version', '4.0')
  add('uid', `urn:uuid:${contact.id}`)
  add('fn', contact.name)
  add('n', [contact.lastName ?? '', contact.firstName ?? '', '', '', ''])
  if (contact.companyName) add('org', contact.companyName)
  if (contact.jobTitle) add('title', contact.jobTitle)
  for (const handle of contact.handles) {
    const parameters: Record<string, string> = handle.isPrimary ? { pref: '1' } : {}
    if (handle.kind === 'email') add('email', handle.value, parameters)
    else if (handle.kind === 'phone') add('tel', handle.normal, parameters)
    else {
      const address = profileAddress(handle.kind, handle.normal)
      if (address) add('url', address, parameters)
    }
  }
  if (contact.street || contact.city || contact.country) {
    add('adr', ['', '', ...addressParts.map(part => contact[part] ?? '')])
  }
  if (contact.birthday) add('bday', contact.birthday.replaceAll('-', ''))
  return card.toString() + '\r\n'
}
