import { isDeepStrictEqual } from 'node:util'
import { nameOf, saysLess } from '../match.ts'
import type { ContactValues } from '../rows/draft.ts'
import type { UpdateMode } from '../schema.ts'
import type { ContactState, ResolvedContact, Working } from './contact-plan.ts'

/** Puts the row's values into the contact: over what is there, or only where nothing is. */
export function mergeValues(one: Working, draft: ResolvedContact, mode: UpdateMode): boolean {
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
