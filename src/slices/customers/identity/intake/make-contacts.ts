import { createHash } from 'node:crypto'
import { newId } from '../../../../kernel/ids.ts'
import type { NewEvent } from '../../../../kernel/event.ts'
import { sortNameOf } from '../../../../platform/record/given-name.ts'
import { contactEvents } from '../../contacts/events.ts'
import {
  blankContact,
  insertContacts,
  insertFreeHandles,
  searchText,
  noName,
  visitorName,
  type NewContact,
} from '../../contacts/public.ts'
import { saveTraits, nameGiven, withChanges } from './apply-traits.ts'
import type { IntakeBy } from './intake-by.ts'
import type { Plan, PlannedHandle, Seen } from './plan.ts'
import { traitChanges, type Given } from './traits.ts'

/** The contacts that a plan makes, with what is told of them; answers the events of those who are more than a device. */
export async function makeContacts(
  by: IntakeBy,
  seen: readonly Seen[],
  { fresh, handles }: Plan,
  givenOf: ReadonlyMap<string, Given>,
): Promise<NewEvent[]> {
  if (fresh.length === 0) return []
  const ownHandles = Map.groupBy(handles, handle => handle.contactId)
  const traits: Parameters<typeof saveTraits>[1] = []
  const contacts = fresh.map(({ contactId, isDevice, sightings }): NewContact => {
    const handles = ownHandles.get(contactId) ?? []
    const first = seen[sightings[0]!]!.sighting
    const given = givenOf.get(contactId) ?? {}
    const lifecycle = isDevice ? 'stranger' : 'lead'
    const name = nameGiven(given) ?? nameByHandle(handles)
    const { changes, shown } = traitChanges({}, given, [])
    if (Object.keys(given).length > 0) traits.push({ contactId, given, shown: { ...shown, name } })
    return {
      ...withChanges(blankContact(), changes),
      id: contactId,
      name,
      lifecycle,
      sortName: sortNameOf(name),
      searchText: searchText(name, handles),
      source: first.source,
      isDemo: first.isDemo ?? false,
      createdAt: first.at < by.now() ? first.at : by.now(),
    }
  })
  await insertContacts(by, contacts, by.now())
  await saveTraits(by, traits)
  return contacts
    .filter(contact => contact.lifecycle !== 'stranger')
    .map(contact => contactEvents.created(contact, { name: contact.name, source: contact.source }))
}

/** Four figures, the same for the same device. */
function signOf(device: string): string {
  return createHash('sha1').update(device).digest('hex').slice(0, 4)
}

function nameByHandle(handles: readonly PlannedHandle[]): string {
  const of = (kind: string) => handles.find(handle => handle.kind === kind)
  const best = of('email') ?? of('phone') ?? handles[0]
  if (!best) return noName
  if (best.kind === 'device') return visitorName(signOf(best.normal))
  return best.kind === 'external' ? best.normal.slice(best.normal.indexOf(':') + 1) : best.normal
}

/** In the order of the unique index, so that two who add the same handles wait for each other in one direction only. */
export async function addHandles(
  by: IntakeBy,
  handles: readonly PlannedHandle[],
  fresh: ReadonlySet<string>,
): Promise<boolean> {
  if (handles.length === 0) return true
  const firsts = new Set<string>()
  const rows = [...handles]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.contactId < b.contactId ? -1 : 1))
    .map(({ contactId, kind, value, normal, isIdentifying, source }) => {
      const first = `${contactId} ${kind}`
      const isPrimary = fresh.has(contactId) && !firsts.has(first)
      firsts.add(first)
      return { id: newId(), contactId, kind, value, normal, label: null, isIdentifying, isPrimary, source }
    })
  return insertFreeHandles(by, rows, by.now())
}
