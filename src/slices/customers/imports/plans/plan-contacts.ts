import { isDeepStrictEqual } from 'node:util'
import { newId } from '../../../../kernel/ids.ts'
import { sortKey } from '../../../../kernel/text.ts'
import { searchText } from '../../contacts/public.ts'
import { findMatch, isSomebodyElse, type Match } from '../match.ts'
import { addHandles } from './contact-handles.ts'
import {
  placeholder,
  type ContactOptions,
  type ContactPlan,
  type ContactState,
  type KnownContact,
  type ResolvedContact,
  type Working,
} from './contact-plan.ts'
import { mergeValues } from './contact-values.ts'
import type { Changes, Outcome } from './outcome.ts'

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
