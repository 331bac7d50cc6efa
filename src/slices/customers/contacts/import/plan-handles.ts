import { newId } from '../../../../kernel/ids.ts'
import type { NewHandle } from '../record.ts'
import { handleKey } from './match.ts'
import type { ContactOptions, ContactPlan, KnownHandle, ResolvedContact, WorkingContact } from './plan-shapes.ts'

/** Adds the row's handles that the contact does not have. What identifies somebody else is kept without identifying. */
export function addHandles(
  contact: WorkingContact,
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
    const held = contact.handles.find(known => known.kind === handle.kind && known.normal === handle.normal)
    const primary = contact.handles.find(known => known.kind === handle.kind && known.isPrimary)
    const wantsPrimary =
      primary === undefined ||
      (becomesPrimary && isFirst && handle.kind !== 'external' && mayReplace(primary, options.source))
    if (held && held.importId !== null && held.importId !== options.importId) plan.confirmed.push(held.id)
    if (held && (held.isPrimary || !wantsPrimary)) continue
    if (wantsPrimary) demote(contact, handle.kind, plan.primaries)
    hasChanged = true
    if (held) {
      setPrimary(contact, held, true, plan.primaries)
    } else {
      const key = handleKey(handle)
      const isTaken = (holderOf.get(key) ?? contact.id) !== contact.id
      const isIdentifying = handle.isIdentifying && !isTaken
      const added: NewHandle = {
        id: newId(),
        contactId: contact.id,
        kind: handle.kind,
        value: handle.value,
        normal: handle.normal,
        isPrimary: wantsPrimary,
        isIdentifying,
        source: options.source,
        confidence: isTaken ? Math.min(handle.confidence, 0.5) : handle.confidence,
        importId: options.importId,
      }
      contact.handles.push({ ...added, isPrimary: wantsPrimary, isIdentifying, importId: options.importId })
      contact.added.push(added)
      if (isIdentifying) {
        holderOf.set(key, contact.id)
        plan.keys.push({ key, id: contact.id })
        if (handle.kind === 'email') contact.known.emails.push(handle.normal)
        if (handle.kind === 'external') contact.known.externals.push(handle.normal)
      }
    }
    if (contact.state && wantsPrimary && (handle.kind === 'email' || handle.kind === 'phone'))
      contact.state[handle.kind] = handle.normal
  }
  return hasChanged
}

/** The address that another system gave stays the first one; one given by hand or by this system may be replaced. */
function mayReplace(primary: KnownHandle, source: string): boolean {
  return primary.source === source || primary.source === 'manual' || primary.source === 'api'
}

function demote(contact: WorkingContact, kind: string, primaries: ContactPlan['primaries']): void {
  for (const handle of contact.handles)
    if (handle.kind === kind && handle.isPrimary) setPrimary(contact, handle, false, primaries)
}

function setPrimary(
  contact: WorkingContact,
  handle: KnownHandle,
  isPrimary: boolean,
  primaries: ContactPlan['primaries'],
): void {
  handle.isPrimary = isPrimary
  if (!contact.added.some(added => added.id === handle.id)) primaries.push({ id: handle.id, isPrimary })
}
