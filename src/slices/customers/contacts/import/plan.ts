import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../../kernel/messages.ts'
import { emptyOf, without } from '../../../../kernel/record/record.ts'
import { sortNameOf } from '../../../../platform/record/given-name.ts'
import { begun, stateChanges, modeOf, opened, settled } from '../../imports/public.ts'
import { searchText } from '../contact.ts'
import { sourceColumns } from '../record.ts'
import { findMatch, isSomebodyElse, type Match } from './match.ts'
import { addHandles } from './plan-handles.ts'
import {
  placeholder,
  type ContactOptions,
  type ContactPlan,
  type ContactState,
  type KnownContact,
  type ResolvedContact,
  type WorkingContact,
} from './plan-shapes.ts'
import { mergeValues } from './plan-values.ts'

const words = defineMessages('contacts.plan', {
  otherPerson:
    'The id {id} belongs to {name}, whose name and e-mail are others. If the file comes from another system, give it a source name of its own.',
})

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
  const working = new Map<string, WorkingContact>()
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
  const open = (id: string): WorkingContact => {
    let contact = working.get(id)
    if (!contact) {
      contact = toWorking(contacts.get(id)!)
      working.set(id, contact)
    }
    return contact
  }

  plan.outcomes = drafts.map((draft): ContactPlan['outcomes'][number] => {
    const match = findMatch(draft, key => {
      const id = holderOf.get(key)
      return id === undefined ? undefined : open(id).known
    })
    if (!match && !options.isCreating) return { outcome: 'unknown', contactId: null, companyId: null }
    const contact = match ? open(match.id) : startNew(draft, options)
    if (match?.by === 'external' && unnamed.has(options.source) && isSomebodyElse(draft, contact.known)) {
      const reason = refusal(words, 'otherPerson', { id: draft.externalId!, name: contact.known.name })
      return { outcome: 'unknown', contactId: null, companyId: null, reason }
    }
    if (!match) working.set(contact.id, contact)
    const wasTouched = contact.isTouched || (contact.isNew && match !== null)
    const isRepeat = match !== null && (contact.isSeen || wasTouched || isSecondary(contact, draft, match))
    contact.isSeen = true
    const mode = modeOf(contact, options.update, isRepeat)
    let differs = false
    if (!match || mode !== 'none') {
      const becomesPrimary = match?.by === 'external' && mode === 'all'
      const hasNewHandles = addHandles(contact, draft, options, holderOf, plan, becomesPrimary)
      differs = contact.state === null || mergeValues(contact, draft, mode) || hasNewHandles
    }
    const outcome = settled(contact, { isFound: match !== null, wasTouched, differs })
    return { outcome, contactId: contact.id, companyId: contact.state?.companyId ?? null }
  })

  for (const contact of working.values()) finish(contact, options, plan)
  return plan
}

function toWorking(contact: KnownContact): WorkingContact {
  const { handles, known } = contact
  return { ...opened(contact), handles: structuredClone(handles), known: structuredClone(known), added: [] }
}

/** Whether the row is one of several records that the source has of this contact, and not the first of them. */
function isSecondary(contact: WorkingContact, { externalId, isOwnId }: ResolvedContact, { by }: Match): boolean {
  if (by !== 'external' || externalId === null || isOwnId) return false
  const system = externalId.slice(0, externalId.indexOf(':') + 1)
  return (
    contact.handles.find(handle => handle.kind === 'external' && handle.normal.startsWith(system))?.normal !==
    externalId
  )
}

const unknownColumns = without(sourceColumns, 'id', 'name', 'source')

function startNew(draft: ResolvedContact, options: ContactOptions): WorkingContact {
  const id = newId()
  const { source, lifecycle } = options
  const ownerId = draft.ownerId ?? options.ownerId
  const state: ContactState = { ...emptyOf(unknownColumns), name: '', ownerId, lifecycle, source }
  return {
    ...begun(id, state, draft.createdAt),
    handles: [],
    added: [],
    known: { id, name: '', isNameless: true, emails: [], externals: [] },
  }
}

function finish(contact: WorkingContact, options: ContactOptions, plan: ContactPlan): void {
  if (!contact.hasChanged) return
  plan.known.push(contact.known)
  const { id, isOwn, before, state, handles, createdAt } = contact
  if (state === null) return
  plan.handles.push(...contact.added)
  if (contact.isNew) {
    state.name = state.name || placeholder(contact)
    contact.known.name = state.name
  }
  const text = searchText(state.name, handles)
  const derived = { teamId: null, sortName: sortNameOf(state.name), searchText: text, importId: options.importId }
  if (contact.isNew) plan.created.push({ ...state, id, ...derived, ...(createdAt && { createdAt }) })
  else plan.changed.push({ id, isOwn, state, searchText: text, changes: stateChanges(before!, state) })
}
