import { newId } from '../../../../kernel/ids.ts'
import { Union } from '../../../../kernel/union.ts'
import { joinRules, namesContradict } from './join-rules.ts'
import type { FoundHandle } from './resolve.ts'
import { sightedName, type SightedHandle, type Sighting } from './sighting.ts'

export interface Seen {
  sighting: Sighting
  handles: SightedHandle[]
}

export interface PlannedHandle extends SightedHandle {
  contactId: string
  isIdentifying: boolean
  source: string
}

/** What has to be written so that every sighting has its contact. */
export interface Plan {
  /** By sighting: the contact of its strongest handle, with which all that it brings is written. */
  contactIds: string[]
  /** Contacts to make: people, and devices of which nobody is known yet. */
  fresh: { contactId: string; isDevice: boolean; sightings: number[] }[]
  handles: PlannedHandle[]
  /** Keys of handles that turned out to be used by several people. */
  demoted: string[]
  /** Contacts that are one person, and the handles that prove it. */
  joins: { contactIds: string[]; by: string[] }[]
  /** People identified on devices. */
  devices: { deviceId: string; contactId: string }[]
}

/** Whatever comes first, a set is known by the smallest of its nodes. */
function joinUnderSmaller(people: Union<string>, one: string, other: string): void {
  const [a, b] = [people.find(one), people.find(other)]
  if (a < b) people.join(a, b)
  else people.join(b, a)
}

/**
 * Decides what `seen` means, given who holds which handle. Pure: the same sightings in another order join the same
 * people, because people are the connected parts of a graph of handles.
 */
export function plan(seen: readonly Seen[], found: ReadonlyMap<string, FoundHandle[]>): Plan {
  const people = new Union<string>()
  const holder = (handle: SightedHandle) => found.get(handle.key)?.find(row => row.isIdentifying)
  const isDemoted = (handle: SightedHandle) => found.has(handle.key) && !holder(handle)
  const nodeOf = (handle: SightedHandle) => {
    const row = holder(handle)
    return row ? `contact ${row.rootId}` : `handle ${handle.key}`
  }
  const rule = (handle: SightedHandle) => joinRules[handle.kind].joins
  const isStrong = (handle: SightedHandle) =>
    !handle.isShared && !isDemoted(handle) && (rule(handle) === 'always' || rule(handle) === 'unless-shared')

  const strong = seen.map(({ handles }) => handles.filter(isStrong))
  for (const handles of strong)
    for (const handle of handles) joinUnderSmaller(people, nodeOf(handles[0]!), nodeOf(handle))

  const demoted = contradicted(seen, strong, found, node => people.find(node), nodeOf)
  const joinsNow = (handle: SightedHandle) =>
    isStrong(handle) || (rule(handle) === 'same-name' && !demoted.has(handle.key) && !isDemoted(handle))

  const plan: Plan = { contactIds: [], fresh: [], handles: [], demoted: [], joins: [], devices: [] }
  plan.demoted = [...demoted].filter(key => found.get(key)?.some(row => row.isIdentifying))
  const made = new Map<string, string>()
  const freshOf = new Map<string, Plan['fresh'][number]>()
  const make = (isDevice: boolean) => {
    const contact = { contactId: newId(), isDevice, sightings: [] }
    plan.fresh.push(contact)
    freshOf.set(contact.contactId, contact)
    return contact.contactId
  }
  const together = new Map<string, { contactIds: Set<string>; by: Set<string> }>()
  const gather = (name: string, contactIds: string[], by: readonly SightedHandle[]) => {
    const known = together.get(name) ?? { contactIds: new Set(), by: new Set() }
    together.set(name, known)
    for (const id of contactIds) known.contactIds.add(id)
    for (const handle of by) known.by.add(handle.key)
  }
  const added = new Set<string>()
  const add = (handle: SightedHandle, contactId: string, isIdentifying: boolean, source: string) => {
    const once = isIdentifying ? handle.key : `${handle.key} ${contactId}`
    if (added.has(once)) return
    added.add(once)
    plan.handles.push({ ...handle, contactId, isIdentifying, source })
  }

  for (const [index, { sighting, handles }] of seen.entries()) {
    const strongest = strong[index]!
    // A name can be taken back, so who has it beside a stronger handle is a contact of his own that is joined by it.
    const weak = handles.filter(handle => joinsNow(handle) && !isStrong(handle))
    const proof = strongest.length > 0 ? strongest : weak.slice(0, 1)
    const held = proof.flatMap(handle => holder(handle) ?? [])
    let personId: string | null = null
    if (proof.length > 0) {
      const part = people.find(nodeOf(proof[0]!))
      // Another sighting of the same person may name a contact that is there.
      const other = part.startsWith('contact ') ? part.slice('contact '.length) : undefined
      personId = held[0]?.contactId ?? made.get(part) ?? other ?? make(false)
      made.set(part, personId)
      gather(
        part,
        held.map(row => row.rootId),
        proof,
      )
      for (const handle of proof) if (!holder(handle)) add(handle, personId, true, sighting.source)
      for (const handle of weak) {
        const holding = holder(handle)?.contactId ?? made.get(handle.key) ?? personId
        made.set(handle.key, holding)
        if (!holder(handle)) add(handle, holding, true, sighting.source)
        gather(handle.key, [holding, personId], [handle])
      }
    }
    const devices = handles.filter(handle => rule(handle) === 'one-person')
    const deviceIds = devices.map(device => {
      const known = found.get(device.key)?.[0]?.contactId ?? made.get(device.key)
      if (known !== undefined) return known
      const contactId = make(true)
      made.set(device.key, contactId)
      add(device, contactId, true, sighting.source)
      freshOf.get(contactId)!.sightings.push(index)
      return contactId
    })
    if (personId !== null) for (const deviceId of deviceIds) plan.devices.push({ deviceId, contactId: personId })
    let contactId = personId ?? deviceIds[0]
    if (contactId === undefined) {
      const name = sightedName(sighting.traits)
      const same = handles
        .flatMap(handle => found.get(handle.key) ?? [])
        .find(row => name !== null && row.rootName !== null && row.rootName.toLowerCase() === name.toLowerCase())
      contactId = same?.contactId ?? make(false)
    }
    for (const handle of handles) {
      if (joinsNow(handle) || rule(handle) === 'one-person') continue
      const root = held[0]?.rootId ?? contactId
      const isKnown = found.get(handle.key)?.some(row => row.contactId === contactId || row.rootId === root)
      if (!isKnown) add(handle, contactId, false, sighting.source)
    }
    plan.contactIds.push(contactId)
    const fresh = freshOf.get(contactId)
    if (fresh && !fresh.sightings.includes(index)) fresh.sightings.push(index)
  }
  for (const { contactIds, by } of together.values())
    if (contactIds.size > 1) plan.joins.push({ contactIds: [...contactIds].sort(), by: [...by].sort() })
  return plan
}

/** Handles that two people have whose names contradict; such a handle joins nobody. What one person is called twice is no matter. */
function contradicted(
  seen: readonly Seen[],
  strong: SightedHandle[][],
  found: ReadonlyMap<string, FoundHandle[]>,
  personOf: (node: string) => string,
  nodeOf: (handle: SightedHandle) => string,
): Set<string> {
  const named = new Map<string, { person: string; name: string }[]>()
  for (const [index, { sighting, handles }] of seen.entries()) {
    for (const handle of handles) {
      if (joinRules[handle.kind].joins !== 'same-name') continue
      const holders = (found.get(handle.key) ?? []).flatMap(({ rootId, rootName }) =>
        rootName === null ? [] : [{ person: personOf(`contact ${rootId}`), name: rootName }],
      )
      const all = named.get(handle.key) ?? holders
      named.set(handle.key, all)
      const first = strong[index]![0]
      const known = first && found.get(first.key)?.find(row => row.isIdentifying)?.rootName
      const name = sightedName(sighting.traits) ?? known
      if (name) all.push({ person: first ? personOf(nodeOf(first)) : `sighting ${index}`, name })
    }
  }
  const isContradicted = (all: { person: string; name: string }[]) =>
    all.some(({ person, name }, at) =>
      all.slice(at + 1).some(other => other.person !== person && namesContradict(name, other.name)),
    )
  return new Set([...named].flatMap(([key, all]) => (isContradicted(all) ? key : [])))
}
