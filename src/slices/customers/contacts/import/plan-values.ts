import { isDeepStrictEqual } from 'node:util'
import { putExtras, putValues, type UpdateMode } from '../../imports/public.ts'
import { draftName, saysLess } from './match.ts'
import type { ResolvedContact, WorkingContact } from './plan-shapes.ts'

/** Puts the row's values into the contact: over what is there, or only where nothing is. */
export function mergeValues(contact: WorkingContact, draft: ResolvedContact, mode: UpdateMode): boolean {
  const state = contact.state!
  const before = contact.hasChanged ? null : structuredClone(state)
  mergeName(contact, draft, mode)
  if (contact.isNew && draft.values.lifecycle !== undefined) state.lifecycle = draft.values.lifecycle
  putValues(state, { ...draft.values, companyId: draft.companyId, ownerId: draft.ownerId }, mode)
  // Who has unsubscribed once stays so, whatever other rows and files say.
  const isOut = [state.fields, draft.fields].some(({ unsubscribed }) => unsubscribed === true)
  putExtras(state, draft.tagIds, draft.fields, mode)
  if (isOut) state.fields['unsubscribed'] = true
  contact.createdAt ??= draft.createdAt
  return before === null || !isDeepStrictEqual(before, state)
}

function mergeName(contact: WorkingContact, draft: ResolvedContact, mode: UpdateMode): void {
  const state = contact.state!
  const given = draftName(draft)
  if (given === null) return
  const isEmpty = contact.known.isNameless && state.firstName === null && state.lastName === null
  if (mode === 'all' || isEmpty) {
    if (!isEmpty && saysLess(given, state.name)) return
    if (draft.firstName !== null) state.firstName = draft.firstName
    if (draft.lastName !== null) state.lastName = draft.lastName
    const isWhole = draft.name !== null || (draft.firstName !== null && draft.lastName !== null)
    const name = isWhole
      ? given
      : (draftName({ name: null, firstName: state.firstName, lastName: state.lastName }) ?? given)
    state.name = name
    contact.known.name = name
    contact.known.isNameless = false
  } else {
    state.firstName ??= state.name === given ? draft.firstName : null
    state.lastName ??= state.name === given ? draft.lastName : null
  }
}
