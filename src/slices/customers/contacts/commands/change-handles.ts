import { newId } from '../../../../kernel/ids.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { noHandle, searchText } from '../contact.ts'
import { handleEvents } from '../events.ts'
import { normalizeHandle } from '../handle.ts'
import { makePrimary } from '../handles.ts'
import { onOwnRows } from '../merged/own-rows.ts'
import { refreshShown } from '../merged/refresh-shown.ts'
import type { ContactChanges, StoredContact } from '../record.ts'
import type { HandleInput } from '../schema.ts'
import { findHolders, insertHandles, lockContacts, lockHandles, updateContact, updateHandle } from '../store.ts'
import { lockVisible, takenBy } from './lock-visible.ts'

export async function addHandle(ctx: Ctx, contactId: string, input: HandleInput): Promise<string> {
  return inTransaction(ctx, async ctx => {
    const contact = await lockVisible(ctx, contactId)
    const wanted = normalizeHandle(input.kind, input.value, ctx.workspace.country, 'value')
    const [holder] = await findHolders(ctx, [wanted])
    if (holder) throw takenBy(ctx, input.value, holder)
    const handles = await lockHandles(ctx, contact.id)
    const isFirst = !handles.some(handle => handle.kind === input.kind && handle.contactId === contact.id)
    const id = newId()
    const handle = { ...wanted, id, contactId: contact.id, label: input.label, isPrimary: isFirst, source: 'manual' }
    await insertHandles(ctx, [handle], ctx.now())
    if (input.isPrimary && !isFirst) await makePrimary(ctx, contact.id, input.kind, id)
    await refresh(ctx, contact, contact.id)
    if (input.isPrimary) await showAddress(ctx, contact, id)
    await record(ctx, [handleEvents.added(contact, { kind: input.kind, value: wanted.value })])
    return id
  })
}

export async function changeHandle(
  ctx: Ctx,
  contactId: string,
  handleId: string,
  patch: { value?: string; label?: string | null; isPrimary?: true },
): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const contact = await lockVisible(ctx, contactId)
    const handle = await requireHandle(ctx, contact, handleId)
    if (patch.value !== undefined) {
      const wanted = normalizeHandle(handle.kind, patch.value, ctx.workspace.country, 'value')
      const [holder] = wanted.normal === handle.normal ? [] : await findHolders(ctx, [wanted])
      if (holder) throw takenBy(ctx, patch.value, holder)
      await updateHandle(ctx, handleId, { value: wanted.value, normal: wanted.normal })
      await record(ctx, [
        handleEvents.removed(contact, { kind: handle.kind, value: handle.value }),
        handleEvents.added(contact, { kind: handle.kind, value: wanted.value }),
      ])
    }
    if (patch.label !== undefined) await updateHandle(ctx, handleId, { label: patch.label })
    if (patch.isPrimary) await makePrimary(ctx, handle.contactId, handle.kind, handleId)
    await refresh(ctx, contact, handle.contactId)
    const wasShown =
      handle.normal === (handle.kind === 'email' ? contact.email : handle.kind === 'phone' && contact.phone)
    if (patch.isPrimary || wasShown) await showAddress(ctx, contact, handleId)
  })
}

/** Removes a handle; the next one of its kind becomes the primary one. */
export async function removeHandle(ctx: Ctx, contactId: string, handleId: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const contact = await lockVisible(ctx, contactId)
    const handle = await requireHandle(ctx, contact, handleId)
    await updateHandle(ctx, handleId, { deletedAt: ctx.now(), isPrimary: false })
    const next = (await lockHandles(ctx, contact.id)).find(
      other => other.kind === handle.kind && other.contactId === handle.contactId,
    )
    if (handle.isPrimary && next) await makePrimary(ctx, handle.contactId, handle.kind, next.id)
    await refresh(ctx, contact, handle.contactId)
    await record(ctx, [handleEvents.removed(contact, { kind: handle.kind, value: handle.value })])
  })
}

async function requireHandle(ctx: Ctx, contact: StoredContact, handleId: string) {
  return noHandle.unless((await lockHandles(ctx, contact.id)).find(candidate => candidate.id === handleId))
}

/** Brings what the row of `ownerId`, which is the contact or merged into it, repeats of its handles in line with them. */
async function refresh(ctx: Ctx, contact: StoredContact, ownerId: string): Promise<void> {
  await onOwnRows(ctx, [ownerId], async () => {
    const [owner] = await lockContacts(ctx, [ownerId])
    const all = await lockHandles(ctx, contact.id)
    const handles = all.filter(handle => handle.contactId === ownerId)
    const address = (kind: 'email' | 'phone') => {
      const isOthers = all.some(
        ({ contactId, kind: own, normal }) => contactId !== ownerId && own === kind && normal === owner![kind],
      )
      const primary = handles.find(handle => handle.kind === kind && handle.isPrimary)?.normal ?? null
      return isOthers ? owner![kind] : primary
    }
    const changes: ContactChanges = {
      email: address('email'),
      phone: address('phone'),
      searchText: searchText(owner!.name, handles),
    }
    await updateContact(ctx, ownerId, changes, ctx.now())
  })
}

/** Shows this e-mail or phone as that of a contact that others were merged into, if it is not: an edit of its own. */
async function showAddress(ctx: Ctx, contact: StoredContact, handleId: string): Promise<void> {
  const { kind, normal } = await requireHandle(ctx, contact, handleId)
  if (!contact.hasMerged || (kind !== 'email' && kind !== 'phone')) return
  const [now] = await lockContacts(ctx, [contact.id])
  if (now![kind] === normal) return
  await updateContact(ctx, contact.id, { [kind]: normal }, ctx.now())
  await refreshShown(ctx, [contact.id])
}
