import { isDeepStrictEqual } from 'node:util'
import { newId } from '../../../../kernel/ids.ts'
import { sortKey } from '../../../../kernel/text.ts'
import { displayName, searchText, type NewContact, type NewHandle } from '../../contacts/public.ts'
import { findMatch, handleKey, isSomebodyElse, nameOf, saysLess, type Known, type Match } from '../match.ts'
import type { ContactDraft, ContactValues } from '../rows/draft.ts'
import type { UpdateMode } from '../schema.ts'
import type { Changes, Outcome } from './outcome.ts'

export interface ResolvedContact extends ContactDraft {
  companyId: string | null
  tagIds: string[]
}

/** The columns of a contact that an import writes. */
export type ContactState = Omit<NewContact, 'id' | 'sortName' | 'searchText' | 'importId' | 'teamId'>

export interface KnownHandle {
  id: string
  kind: NewHandle['kind']
  value: string
  normal: string
  isPrimary: boolean
  isIdentifying: boolean
  source: string
  /** The import that brought it, if one did. */
  importId: string | null
}

/** A contact that is there. `state` is null for one that a dry run would have made in an earlier batch. */
export interface KnownContact {
  id: string
  state: ContactState | null
  handles: KnownHandle[]
  known: Known
  /** Made or changed by an earlier row of this import. */
  isTouched: boolean
  isOwn: boolean
}

export interface ContactOptions {
  importId: string
  source: string
  update: UpdateMode
  /** Whether people who are not known are made contacts. */
  isCreating: boolean
  ownerId: string | null
  lifecycle: ContactState['lifecycle']
}

export interface ContactPlan {
  /** For each draft, in their order. */
  outcomes: { outcome: Outcome; contactId: string | null; companyId: string | null; reason?: string }[]
  created: { contact: NewContact; createdAt: Date | null }[]
  changed: { id: string; isOwn: boolean; state: ContactState; searchText: string; changes: Changes }[]
  handles: NewHandle[]
  /** Handles that were there and become, or stop being, the primary one of their kind. */
  primaries: { id: string; isPrimary: boolean }[]
  /** Handles that another import had brought: undoing that one must not take them away any more. */
  confirmed: string[]
  /** What later rows are matched with. */
  keys: { key: string; contactId: string }[]
  known: Known[]
}

interface Working {
  id: string
  isNew: boolean
  isOwn: boolean
  isTouched: boolean
  before: ContactState | null
  state: ContactState | null
  handles: KnownHandle[]
  added: NewHandle[]
  known: { id: string; name: string; isNameless: boolean; emails: Set<string>; externals: Set<string> }
  createdAt: Date | null
  hasChanged: boolean
  /** An earlier row of the batch was theirs too: the first row counts, later ones complete it. */
  isSeen: boolean
}

/** Names of sources that say nothing about where a file comes from: two such files may use one id for two people. */
const unnamed = new Set(['csv', 'vcard'])

/**
 * Decides for each row whose it is and what it changes. Rows of the same person become one contact. `holders` tells who
 * holds a key now, `contacts` describes those holders.
 */
export function planContacts(
  drafts: ResolvedContact[],
  holders: ReadonlyMap<string, string>,
  contacts: ReadonlyMap<string, KnownContact>,
  options: ContactOptions,
): ContactPlan {
  const holderOf = new Map(holders)
  const working = new Map<string, Working>()
  const plan: ContactPlan = {
    outcomes: [],
    created: [],
    changed: [],
    handles: [],
    primaries: [],
    confirmed: [],
    keys: [],
    known: [],
  }
  const open = (id: string): Working => {
    let one = working.get(id)
    if (!one) {
      one = toWorking(contacts.get(id)!)
      working.set(id, one)
    }
    return one
  }

  plan.outcomes = drafts.map((draft): ContactPlan['outcomes'][number] => {
    const match = findMatch(draft, key => {
      const id = holderOf.get(key)
      return id === undefined ? undefined : open(id).known
    })
    if (!match && !options.isCreating) return { outcome: 'unknown', contactId: null, companyId: null }
    const one = match ? open(match.id) : startNew(draft, options)
    if (match?.by === 'external' && unnamed.has(options.source) && isSomebodyElse(draft, one.known)) {
      const reason = `The id ${draft.externalId} belongs to ${one.known.name}, whose name and e-mail are others. If the file comes from another system, give it a source name of its own.`
      return { outcome: 'unknown', contactId: null, companyId: null, reason }
    }
    if (!match) working.set(one.id, one)
    const wasTouched = one.isTouched || (one.isNew && match !== null)
    const isRepeat = match !== null && (one.isSeen || one.isTouched || one.isNew || isSecondary(one, draft, match))
    one.isSeen = true
    const isOwn = one.isNew || one.isOwn
    const mode = options.update === 'none' ? (isOwn ? 'empty' : 'none') : isRepeat ? 'empty' : options.update
    const told = (outcome: Outcome) => ({ outcome, contactId: one.id, companyId: one.state?.companyId ?? null })
    if (match && mode === 'none') return told('unchanged')
    const becomesPrimary = match?.by === 'external' && mode === 'all'
    const changed = addHandles(one, draft, options, holderOf, plan, becomesPrimary)
    const differs = one.state === null ? true : mergeValues(one, draft, mode) || changed
    if (differs) one.hasChanged = true
    if (!match) return told('created')
    if (wasTouched) return told('repeated')
    if (differs) one.isTouched = true
    return told(differs ? 'updated' : 'unchanged')
  })

  for (const one of working.values()) finish(one, options, plan)
  return plan
}

function toWorking({ id, state, handles, known, isTouched, isOwn }: KnownContact): Working {
  return {
    id,
    isNew: false,
    isOwn,
    isTouched,
    before: state,
    state: state && structuredClone(state),
    handles: handles.map(handle => ({ ...handle })),
    added: [],
    known: { ...known, emails: new Set(known.emails), externals: new Set(known.externals) },
    createdAt: null,
    hasChanged: false,
    isSeen: false,
  }
}

/** Whether the row is one of several records that the source has of this contact, and not the first of them. */
function isSecondary(one: Working, { externalId }: ResolvedContact, { by }: Match): boolean {
  if (by !== 'external' || externalId === null) return false
  const system = externalId.slice(0, externalId.indexOf(':') + 1)
  return (
    one.handles.find(handle => handle.kind === 'external' && handle.normal.startsWith(system))?.normal !== externalId
  )
}

function startNew(draft: ResolvedContact, options: ContactOptions): Working {
  const id = newId()
  const state: ContactState = {
    name: '',
    firstName: null,
    lastName: null,
    jobTitle: null,
    companyId: null,
    ownerId: draft.ownerId ?? options.ownerId,
    lifecycle: options.lifecycle,
    email: null,
    phone: null,
    street: null,
    city: null,
    region: null,
    postalCode: null,
    country: null,
    language: null,
    timeZone: null,
    birthday: null,
    tagIds: [],
    fields: {},
    source: options.source,
  }
  return {
    id,
    isNew: true,
    isOwn: true,
    isTouched: false,
    before: null,
    state,
    handles: [],
    added: [],
    known: { id, name: '', isNameless: true, emails: new Set(), externals: new Set() },
    createdAt: draft.createdAt,
    hasChanged: true,
    isSeen: false,
  }
}

/** Adds the row's handles that the contact does not have. What identifies somebody else is kept without identifying. */
function addHandles(
  one: Working,
  draft: ResolvedContact,
  options: ContactOptions,
  holderOf: Map<string, string>,
  plan: ContactPlan,
  becomesPrimary: boolean,
): boolean {
  let hasChanged = false
  const firsts = new Set<string>()
  for (const handle of draft.handles) {
    const isFirst = !firsts.has(handle.kind)
    firsts.add(handle.kind)
    const own = one.handles.find(known => known.kind === handle.kind && known.normal === handle.normal)
    const primary = one.handles.find(known => known.kind === handle.kind && known.isPrimary)
    const wantsPrimary =
      primary === undefined ||
      (becomesPrimary && isFirst && handle.kind !== 'external' && mayReplace(primary, options.source))
    if (own && own.importId !== null && own.importId !== options.importId) plan.confirmed.push(own.id)
    if (own && (own.isPrimary || !wantsPrimary)) continue
    if (wantsPrimary) demote(one, handle.kind, plan.primaries)
    hasChanged = true
    if (own) {
      setPrimary(one, own, true, plan.primaries)
    } else {
      const key = handleKey(handle)
      const isTaken = (holderOf.get(key) ?? one.id) !== one.id
      const isIdentifying = handle.isIdentifying && !isTaken
      const added: NewHandle = {
        id: newId(),
        contactId: one.id,
        kind: handle.kind,
        value: handle.value,
        normal: handle.normal,
        label: null,
        isPrimary: wantsPrimary,
        isIdentifying,
        source: options.source,
        confidence: isTaken ? Math.min(handle.confidence, 0.5) : handle.confidence,
        importId: options.importId,
      }
      one.handles.push({ ...added, importId: options.importId })
      one.added.push(added)
      if (isIdentifying) {
        holderOf.set(key, one.id)
        plan.keys.push({ key, contactId: one.id })
        if (handle.kind === 'email') one.known.emails.add(handle.normal)
        if (handle.kind === 'external') one.known.externals.add(handle.normal)
      }
    }
    if (one.state && wantsPrimary && (handle.kind === 'email' || handle.kind === 'phone'))
      one.state[handle.kind] = handle.normal
  }
  return hasChanged
}

/** The address that another system gave stays the first one; one given by hand or by this system may be replaced. */
function mayReplace(primary: KnownHandle, source: string): boolean {
  return primary.source === source || primary.source === 'manual' || primary.source === 'api'
}

function demote(one: Working, kind: string, primaries: ContactPlan['primaries']): void {
  for (const handle of one.handles)
    if (handle.kind === kind && handle.isPrimary) setPrimary(one, handle, false, primaries)
}

function setPrimary(one: Working, handle: KnownHandle, isPrimary: boolean, primaries: ContactPlan['primaries']): void {
  handle.isPrimary = isPrimary
  if (!one.added.some(added => added.id === handle.id)) primaries.push({ id: handle.id, isPrimary })
}

/** Puts the row's values into the contact: over what is there, or only where nothing is. */
function mergeValues(one: Working, draft: ResolvedContact, mode: UpdateMode): boolean {
  const state = one.state!
  const before = one.hasChanged ? null : structuredClone(state)
  const put = <K extends keyof ContactState>(key: K, value: ContactState[K] | null | undefined) => {
    if (value === undefined || value === null || value === '') return
    if (mode === 'all' || state[key] === null || (one.isNew && state[key] === '')) state[key] = value
  }
  mergeName(one, draft, mode)
  for (const [key, value] of Object.entries(draft.values) as [keyof ContactValues, never][]) {
    if (key === 'lifecycle' && mode !== 'all' && !one.isNew) continue
    if (key === 'lifecycle' && one.isNew) state.lifecycle = value
    else put(key, value)
  }
  put('companyId', draft.companyId)
  put('ownerId', draft.ownerId)
  state.tagIds = [...new Set([...state.tagIds, ...draft.tagIds])]
  for (const [key, value] of Object.entries(draft.fields)) {
    if (key === 'unsubscribed' && state.fields[key] === true) continue
    if (mode === 'all' || state.fields[key] === undefined || (key === 'unsubscribed' && value === true))
      state.fields[key] = value
  }
  one.createdAt ??= draft.createdAt
  return before === null || !isDeepStrictEqual(before, state)
}

function mergeName(one: Working, draft: ResolvedContact, mode: UpdateMode): void {
  const state = one.state!
  const given = nameOf(draft)
  if (given === null) return
  const isEmpty = one.known.isNameless && state.firstName === null && state.lastName === null
  if (mode === 'all' || isEmpty) {
    if (!isEmpty && saysLess(given, state.name)) return
    if (draft.firstName !== null) state.firstName = draft.firstName
    if (draft.lastName !== null) state.lastName = draft.lastName
    const isWhole = draft.name !== null || (draft.firstName !== null && draft.lastName !== null)
    const name = isWhole
      ? given
      : (nameOf({ name: null, firstName: state.firstName, lastName: state.lastName }) ?? given)
    state.name = name
    one.known.name = name
    one.known.isNameless = false
  } else {
    state.firstName ??= state.name === given ? draft.firstName : null
    state.lastName ??= state.name === given ? draft.lastName : null
  }
}

function finish(one: Working, options: ContactOptions, plan: ContactPlan): void {
  if (!one.hasChanged) return
  plan.known.push(one.known)
  if (one.state === null) return
  plan.handles.push(...one.added)
  const { state } = one
  if (one.isNew) {
    state.name = state.name || placeholder(one)
    one.known.name = state.name
    const name = state.name
    plan.created.push({
      contact: {
        ...state,
        id: one.id,
        teamId: null,
        sortName: sortKey(name),
        searchText: searchText(
          name,
          one.handles.map(handle => handle.normal),
        ),
        importId: options.importId,
      },
      createdAt: one.createdAt,
    })
    return
  }
  const changes: Changes = {}
  for (const key of Object.keys(state) as (keyof ContactState)[]) {
    if (!isDeepStrictEqual(one.before![key], state[key])) changes[key] = [one.before![key], state[key]]
  }
  plan.changed.push({
    id: one.id,
    isOwn: one.isOwn,
    state,
    searchText: searchText(
      state.name,
      one.handles.map(handle => handle.normal),
    ),
    changes,
  })
}

/** A name for somebody of whom only handles are known: an address speaks for itself, a bare id does not. */
function placeholder({ handles }: Working): string {
  const spoken = handles.find(handle => handle.kind !== 'external')
  if (spoken) return displayName({}, [spoken.value])
  const id = handles[0]?.normal.replace(/^[^:]*:/, '') ?? ''
  return `Customer ${id}`.trim()
}

/** Whether a name is one that `placeholder` makes. */
export function isPlaceholder(
  name: string,
  handles: readonly { kind: string; value: string; normal: string }[],
): boolean {
  return (
    name === 'No name' ||
    handles.some(
      ({ kind, value, normal }) =>
        name === value ||
        name === normal ||
        (kind === 'external' && name === `Customer ${normal.replace(/^[^:]*:/, '')}`),
    )
  )
}
