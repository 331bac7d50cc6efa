import { newId } from '../../../../kernel/ids.ts'
import { columnsFor, patched } from '../../../../kernel/record/record.ts'
import { sortKey } from '../../../../kernel/text.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import type { NewEvent } from '../../../../kernel/event.ts'
import { record } from '../../../../platform/events/record.ts'
import { changesOf, requireVersion } from '../../../../platform/record/changes.ts'
import { changedFields } from '../../fields/public.ts'
import { changedTags } from '../../tags/public.ts'
import { displayName, searchText } from '../contact.ts'
import { contactEvents, handleEvents } from '../events.ts'
import { normalizeHandle } from '../handle.ts'
import { refreshShown } from '../merged/refresh-shown.ts'
import { contactRecord, type ContactChanges, type StoredContact } from '../record.ts'
import type { ContactPatch } from '../schema.ts'
import { findHolders, insertHandles, lockHandles, makePrimary, updateContact } from '../store.ts'
import { lockVisible, takenBy } from './lock-visible.ts'
import { requireCompanies } from './require-companies.ts'

const written = columnsFor(contactRecord.columns, 'written')

/** Changes what `patch` names and leaves the rest; writes nothing when nothing differs. Returns the surviving contact's id. */
export async function changeContact(ctx: Ctx, id: string, patch: ContactPatch): Promise<string> {
  return inTransaction(ctx.db, async tx => {
    const before = await lockVisible(tx, ctx, id)
    requireVersion(before, patch.version)
    const changes: ContactChanges = patched(written, before, patch)
    if (changes.companyId) await requireCompanies(tx, ctx, [changes.companyId])
    const fields = await changedFields(tx, ctx, 'contact', before.fields, patch.fields)
    if (fields) changes.fields = fields
    const tagIds = await changedTags(tx, ctx.workspaceId, before.tagIds, patch)
    if (tagIds) changes.tagIds = tagIds
    const events = [
      ...(await changePrimary(tx, ctx, before, 'email', patch.email, changes)),
      ...(await changePrimary(tx, ctx, before, 'phone', patch.phone, changes)),
    ]
    await rename(tx, ctx, before, patch, changes)
    const differences = changesOf(contactRecord.columns, before, changes)
    if (Object.keys(differences).length === 0 && events.length === 0) return before.id
    await updateContact(tx, ctx.workspaceId, before.id, changes, ctx.now())
    if (before.hasMerged) await refreshShown(tx, ctx.workspaceId, [before.id])
    if (Object.keys(differences).length > 0) events.push(contactEvents.changed(before, { changes: differences }))
    await record(tx, ctx, events)
    return before.id
  })
}

/** Setting the e-mail or phone makes that handle the primary one, adding it when it is new; null leaves the handles alone. */
async function changePrimary(
  tx: Db,
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
  const own = (await lockHandles(tx, ctx.workspaceId, before.id)).find(
    handle => handle.kind === kind && handle.normal === wanted.normal,
  )
  const handleId = own?.id ?? newId()
  if (!own) {
    const [holder] = await findHolders(tx, ctx.workspaceId, [wanted])
    if (holder) throw takenBy(ctx, given, holder)
    await insertHandles(
      tx,
      ctx.workspaceId,
      [
        {
          ...wanted,
          id: handleId,
          contactId: before.id,
          label: null,
          isPrimary: false,
          isIdentifying: true,
          source: 'manual',
        },
      ],
      ctx.now(),
    )
  }
  if (!own || own.contactId === before.id) await makePrimary(tx, ctx.workspaceId, before.id, kind, handleId)
  return own ? [] : [handleEvents.added(before, { kind, value: wanted.value })]
}

async function rename(
  tx: Db,
  ctx: Ctx,
  before: StoredContact,
  patch: ContactPatch,
  changes: ContactChanges,
): Promise<void> {
  const isRenamed = patch.name !== undefined || changes.firstName !== undefined || changes.lastName !== undefined
  if (!isRenamed && changes.email === undefined && changes.phone === undefined) return
  const handles = await lockHandles(tx, ctx.workspaceId, before.id)
  if (isRenamed) {
    const merged = {
      firstName: changes.firstName === undefined ? before.firstName : changes.firstName,
      lastName: changes.lastName === undefined ? before.lastName : changes.lastName,
    }
    changes.name = displayName(
      { name: patch.name, ...merged },
      handles.map(handle => handle.value),
    )
    changes.sortName = sortKey(changes.name)
  }
  changes.searchText = searchText(
    changes.name ?? before.name,
    handles.map(handle => handle.normal),
  )
}
