import { sql } from 'kysely'
import type { Tenant } from '../../../platform/db/database.ts'
import { findRows } from '../../../platform/db/row.ts'
import type { Person } from '../../../platform/personal-data.ts'
import { isGiven } from '../../../platform/record/given-name.ts'
import { readAllHandles, readNames } from '../contacts/public.ts'

/**
 * All that a person is and was known by: handles, removed ones among them, and names, with those that the log remembers.
 * Read again at each step of an erasure; the log, the handles and the contact go last, in this order.
 */
export async function findPerson(tenant: Tenant, ids: string[]): Promise<Person> {
  const contacts = await readNames(tenant, ids)
  const handles = await readAllHandles(tenant, ids)
  const kinds = ['contact.created', 'contact.changed', 'handle.added', 'handle.removed']
  const found = await findRows(
    tenant,
    'events',
    ['kind', 'data'],
    { contactId: ids, kind: kinds },
    sql`and data <> '{}'`,
  )
  const log = found as { kind: string; data: Record<string, any> }[]
  const formerHandles = log.flatMap(({ kind, data }) =>
    kind.startsWith('handle.') && typeof data['value'] === 'string'
      ? [{ kind: String(data['kind']), value: data['value'], normal: data['value'] }]
      : [],
  )
  const formerNames = log.flatMap(({ data }) => [data['name'], ...list(data['changes']?.name)])
  const names = [
    ...contacts.flatMap(({ name, firstName, lastName }) => [
      name,
      `${firstName ?? ''} ${lastName ?? ''}`,
      `${lastName ?? ''} ${firstName ?? ''}`,
      `${lastName ?? ''}, ${firstName ?? ''}`,
    ]),
    ...formerNames,
  ]
  return { ids, handles: distinct([...handles, ...formerHandles]), names: fullNames(names) }
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function distinct(handles: Person['handles']): Person['handles'] {
  return [
    ...new Map(
      handles.map(({ kind, value, normal }) => [`${kind} ${value} ${normal}`, { kind, value, normal }]),
    ).values(),
  ]
}

/** Of two words at least: a first name alone is anybody's. */
function fullNames(names: unknown[]): string[] {
  const trimmed = names.flatMap(name =>
    typeof name === 'string' && isGiven(name) ? [name.replace(/\s+/g, ' ').trim()] : [],
  )
  const isFull = (name: string) => name.split(' ').filter(word => /\p{L}{2}/u.test(word)).length > 1
  return [...new Set(trimmed.filter(isFull))]
}
