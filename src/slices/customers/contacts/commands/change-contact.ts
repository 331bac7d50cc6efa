import type { NewEvent } from '../../../../kernel/event.ts'
import { newId } from '../../../../kernel/ids.ts'
import { sortNameOf } from '../../../../platform/record/given-name.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { changeCommand } from '../../../../platform/record/commands.ts'
import { displayName, searchText } from '../contact.ts'
import { contactEvents, handleEvents } from '../events.ts'
import { normalizeHandle } from '../handle.ts'
import { makePrimary } from '../handles.ts'
import { refreshShown } from '../merged/refresh-shown.ts'
import { contactRecord, type ContactChanges, type StoredContact } from '../record.ts'
import type { ContactPatch } from '../schema.ts'
import { findHolders, insertHandles, lockHandles } from '../store.ts'
import { requireCompanies } from '../../companies/public.ts'
import { lockVisible, takenBy } from './lock-visible.ts'

export const changeContact = changeCommand(contactRecord, {
  lock: (ctx, id, _patch: ContactPatch) => lockVisible(ctx, id),
  async settle({ ctx, before, patch, changes }) {
    if (changes.companyId) await requireCompanies(ctx, [changes.companyId], 'companyId')
    const events = [
      ...(await changePrimary(ctx, before, 'email', patch.email, changes)),
      ...(await changePrimary(ctx, before, 'phone', patch.phone, changes)),
    ]
    await rename(ctx, before, patch, changes)
    return events
  },
  async finish({ ctx, before }) {
    if (before.hasMerged) await refreshShown(ctx, [before.id])
  },
  tell: (before, changes) => [contactEvents.changed(before, { changes })],
})

/** Setting the e-mail or phone makes that handle the primary one, adding it when it is new; null leaves the handles alone. */
async function changePrimary(
  ctx: Ctx,
  before: StoredContact,
  kind: 'email' | 'phone',
  given: string | null | undefined,
  changes: ContactChanges,
): Promise<NewEvent[]> {
  if (given === undefined) return []
  if (given === null || given.trim() === '') {
    changes[kind] = null
    return []
  }
  const wanted = normalizeHandle(kind, given, ctx.workspace.country, kind)
  if (wanted.normal === before[kind]) return []
  changes[kind] = wanted.normal
  const held = (await lockHandles(ctx, before.id)).find(
    handle => handle.kind === kind && handle.normal === wanted.normal,
  )
  const handleId = held?.id ?? newId()
  if (!held) {
    const [holder] = await findHolders(ctx, [wanted])
    if (holder) throw takenBy(ctx, given, holder)
    const handle = { ...wanted, id: handleId, contactId: before.id, source: 'manual' }
    await insertHandles(ctx, [handle], ctx.now())
  }
  if (!held || held.contactId === before.id) await makePrimary(ctx, before.id, kind, handleId)
  return held ? [] : [handleEvents.added(before, { kind, value: wanted.value })]
}

async function rename(ctx: Ctx, before: StoredContact, patch: ContactPatch, changes: ContactChanges): Promise<void> {
  const isRenamed = patch.name !== undefined || changes.firstName !== undefined || changes.lastName !== undefined
  if (!isRenamed && changes.email === undefined && changes.phone === undefined) return
  const handles = await lockHandles(ctx, before.id)
  if (isRenamed) {
    const names = { ...before, ...changes, name: patch.name }
    changes.name = displayName(names, handles)
    changes.sortName = sortNameOf(changes.name)
  }
  changes.searchText = searchText(changes.name ?? before.name, handles)
}
