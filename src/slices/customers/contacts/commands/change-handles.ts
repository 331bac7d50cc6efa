import { notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { searchText } from '../contact.ts'
import { normalizeHandle } from '../handle.ts'
import type { HandleInput, HandleKind } from '../schema.ts'
import {
  findHolders,
  insertHandles,
  lockHandles,
  makePrimary,
  updateContact,
  updateHandle,
  type ContactChanges,
  type StoredContact,
} from '../store.ts'
import { eventOf, lockVisible, takenBy } from './lock-visible.ts'

export async function addHandle(ctx: Ctx, contactId: string, input: HandleInput): Promise<string> {
  return inTransaction(ctx.db, async tx => {
    const contact = await lockVisible(tx, ctx, contactId)
    const wanted = normalizeHandle(input.kind, input.value, ctx.workspace.country, 'value')
    const [holder] = await findHolders(tx, ctx.workspaceId, [wanted])
    if (holder) throw takenBy(ctx, input.value, holder)
    const own = await lockHandles(tx, ctx.workspaceId, contact.id)
    const isFirst = !own.some(handle => handle.kind === input.kind)
    const id = newId()
    await insertHandles(
      tx,
      ctx.workspaceId,
      [
        {
          ...wanted,
          id,
          contactId: contact.id,
          label: input.label ?? null,
          isPrimary: isFirst,
          isIdentifying: true,
          source: 'manual',
        },
      ],
      ctx.now(),
    )
    if (input.isPrimary && !isFirst) await makePrimary(tx, ctx.workspaceId, contact.id, input.kind, id)
    await refresh(tx, ctx, contact)
    await record(tx, ctx, [eventOf(contact, 'handle.added', { kind: input.kind, value: wanted.value })])
    return id
  })
}

export async function changeHandle(
  ctx: Ctx,
  contactId: string,
  handleId: string,
  patch: { value?: string; label?: string | null; isPrimary?: true },
): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const contact = await lockVisible(tx, ctx, contactId)
    const handle = await requireHandle(tx, ctx, contact, handleId)
    if (patch.value !== undefined) {
      const wanted = normalizeHandle(handle.kind, patch.value, ctx.workspace.country, 'value')
      const [holder] = wanted.normal === handle.normal ? [] : await findHolders(tx, ctx.workspaceId, [wanted])
      if (holder) throw takenBy(ctx, patch.value, holder)
      await updateHandle(tx, ctx.workspaceId, handleId, { value: wanted.value, normal: wanted.normal })
      await record(tx, ctx, [
        eventOf(contact, 'handle.removed', { kind: handle.kind, value: handle.value }),
        eventOf(contact, 'handle.added', { kind: handle.kind, value: wanted.value }),
      ])
    }
    if (patch.label !== undefined) await updateHandle(tx, ctx.workspaceId, handleId, { label: patch.label })
    if (patch.isPrimary) await makePrimary(tx, ctx.workspaceId, contact.id, handle.kind, handleId)
    await refresh(tx, ctx, contact)
  })
}

/** Removes a handle; the next one of its kind becomes the primary one. */
export async function removeHandle(ctx: Ctx, contactId: string, handleId: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const contact = await lockVisible(tx, ctx, contactId)
    const handle = await requireHandle(tx, ctx, contact, handleId)
    await updateHandle(tx, ctx.workspaceId, handleId, { deletedAt: ctx.now(), isPrimary: false })
    const next = (await lockHandles(tx, ctx.workspaceId, contact.id)).find(other => other.kind === handle.kind)
    if (handle.isPrimary && next) await makePrimary(tx, ctx.workspaceId, contact.id, handle.kind, next.id)
    await refresh(tx, ctx, contact)
    await record(tx, ctx, [eventOf(contact, 'handle.removed', { kind: handle.kind, value: handle.value })])
  })
}

async function requireHandle(tx: Db, ctx: Ctx, contact: StoredContact, handleId: string) {
  const handle = (await lockHandles(tx, ctx.workspaceId, contact.id)).find(own => own.id === handleId)
  if (!handle) throw notFound('handle')
  return handle
}

/** Brings what the contact's row repeats of its handles in line with them. */
async function refresh(tx: Db, ctx: Ctx, contact: StoredContact): Promise<void> {
  const handles = await lockHandles(tx, ctx.workspaceId, contact.id)
  const primary = (kind: HandleKind) => handles.find(handle => handle.kind === kind && handle.isPrimary)?.normal ?? null
  const changes: ContactChanges = {
    email: primary('email'),
    phone: primary('phone'),
    searchText: searchText(
      contact.name,
      handles.map(handle => handle.normal),
    ),
  }
  await updateContact(tx, ctx.workspaceId, contact.id, changes, ctx.now())
}
