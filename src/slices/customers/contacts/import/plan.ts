import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../../kernel/messages.ts'
import { emptyOf, without } from '../../../../kernel/record/record.ts'
import { sortKey } from '../../../../kernel/text.ts'
import { begun, changesOf, modeOf, opened, settled } from '../../imports/public.ts'
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
      const reason = refusal(words, 'otherPerson', { id: draft.externalId!, name: one.known.name })
      return { outcome: 'unknown', contactId: null, companyId: null, reason }
    }
    if (!match) working.set(one.id, one)
    const wasTouched = one.isTouched || (one.isNew && match !== null)
    const isRepeat = match !== null && (one.isSeen || wasTouched || isSecondary(one, draft, match))
    one.isSeen = true
    const mode = modeOf(one, options.update, isRepeat)
    let differs = false
    if (!match || mode !== 'none') {
      const becomesPrimary = match?.by === 'external' && mode === 'all'
      const hasNewHandles = addHandles(one, draft, options, holderOf, plan, becomesPrimary)
      differs = one.state === null || mergeValues(one, draft, mode) || hasNewHandles
    }
    const outcome = settled(one, { isFound: match !== null, wasTouched, differs })
    return { outcome, contactId: one.id, companyId: one.state?.companyId ?? null }
  })

  for (const one of working.values()) finish(one, options, plan)
  return plan
}

function toWorking(contact: KnownContact): WorkingContact {
  const { handles, known } = contact
  return {
    ...opened(contact),
    handles: handles.map(handle => ({ ...handle })),
    added: [],
    known: { ...known, emails: new Set(known.emails), externals: new Set(known.externals) },
  }
}

/** Whether the row is one of several records that the source has of this contact, and not the first of them. */
function isSecondary(one: WorkingContact, { externalId }: ResolvedContact, { by }: Match): boolean {
  if (by !== 'external' || externalId === null) return false
  const system = externalId.slice(0, externalId.indexOf(':') + 1)
  return (
    one.handles.find(handle => handle.kind === 'external' && handle.normal.startsWith(system))?.normal !== externalId
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
    known: { id, name: '', isNameless: true, emails: new Set(), externals: new Set() },
  }
}

function finish(one: WorkingContact, options: ContactOptions, plan: ContactPlan): void {
  if (!one.hasChanged) return
  plan.known.push(one.known)
  const { id, isOwn, before, state, handles, createdAt } = one
  if (state === null) return
  plan.handles.push(...one.added)
  if (one.isNew) {
    state.name = state.name || placeholder(one)
    one.known.name = state.name
  }
  const text = searchText(state.name, handles)
  const derived = { teamId: null, sortName: sortKey(state.name), searchText: text, importId: options.importId }
  if (one.isNew) plan.created.push({ ...state, id, ...derived, ...(createdAt && { createdAt }) })
  else plan.changed.push({ id, isOwn, state, searchText: text, changes: changesOf(before!, state) })
}
