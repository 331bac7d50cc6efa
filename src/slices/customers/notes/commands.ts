import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { excerpt } from '../../../kernel/text.ts'
import { within, type Ctx } from '../../../platform/context.ts'
import { requireMembers } from '../../../platform/auth/memberships.ts'
import { inTransaction, type Db } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { dropFromEvents } from '../../../platform/events/redact.ts'
import { lockRecords, updateRecord } from '../../../platform/record/statements.ts'
import { getParent, type Parent } from '../contacts/public.ts'
import { notify } from '../../workspace/notifications/public.ts'
import { noteEvents } from './events.ts'
import { mayRewrite, mentionsOf, plainText } from './note.ts'
import { noteRecord, type NoteChanges, type StoredNote } from './record.ts'
import type { NoteInput, NotePatch } from './schema.ts'
import { noNote } from './queries.ts'
import { insertNotes } from './store.ts'

const words = defineMessages('notes.commands', {
  mentioned: '{actor} mentioned you in a note on {name}',
  authorOnly: 'Only its author or a manager can edit or delete this note.',
})

export async function addNote(ctx: Ctx, input: NoteInput): Promise<string> {
  return inTransaction(ctx.db, async tx => {
    const parent = await getParent(within(ctx, tx), input)
    const mentionIds = mentionsOf(input.body)
    await requireMembers(tx, ctx.workspaceId, mentionIds, 'body')
    const id = newId()
    const { contactId, companyId } = parent
    const note = { id, contactId, companyId, body: input.body, mentionIds, authorId: ctx.actor.memberId }
    await insertNotes(tx, ctx.workspaceId, [{ ...note, isPinned: input.isPinned ?? false, createdAt: ctx.now() }])
    await record(tx, ctx, [noteEvents.added({ id, eventKeys: parent.eventKeys }, worded(note))])
    await tellMentioned(tx, ctx, parent, id, mentionIds)
    return id
  })
}

export async function editNote(ctx: Ctx, id: string, patch: NotePatch): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const { note, parent } = await lockVisible(tx, ctx, id)
    const changes: NoteChanges = {}
    if (patch.isPinned !== undefined && patch.isPinned !== note.isPinned) changes.isPinned = patch.isPinned
    if (patch.body !== undefined && patch.body !== note.body) {
      requireMayRewrite(ctx, note)
      changes.body = patch.body
      changes.mentionIds = mentionsOf(patch.body)
      const added = changes.mentionIds.filter(memberId => !note.mentionIds.includes(memberId))
      await requireMembers(tx, ctx.workspaceId, added, 'body')
      await record(tx, ctx, [noteEvents.edited({ id, eventKeys: parent.eventKeys }, worded({ id, body: patch.body }))])
      await tellMentioned(tx, ctx, parent, id, added)
    }
    if (Object.keys(changes).length > 0) await update(tx, ctx, id, changes)
  })
}

/** Deletes a note and takes its words out of the log; the row stays until it is restored or erased. */
export async function deleteNote(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const { note, parent } = await lockVisible(tx, ctx, id)
    requireMayRewrite(ctx, note)
    await update(tx, ctx, id, { deletedAt: ctx.now() })
    await dropFromEvents(tx, ctx.workspaceId, [id], 'excerpt')
    await record(tx, ctx, [noteEvents.deleted({ id, eventKeys: parent.eventKeys }, { noteId: id })])
  })
}

export async function restoreNote(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const { note, parent } = await lockVisible(tx, ctx, id, true)
    if (note.deletedAt === null) return
    requireMayRewrite(ctx, note)
    await update(tx, ctx, id, { deletedAt: null })
    await record(tx, ctx, [noteEvents.restored({ id, eventKeys: parent.eventKeys }, worded(note))])
  })
}

async function lockVisible(
  tx: Db,
  ctx: Ctx,
  id: string,
  isDeletedToo = false,
): Promise<{ note: StoredNote; parent: Parent }> {
  const [note] = await lockRecords(tx, ctx.workspaceId, 'notes', noteRecord.columns, [id])
  if (!note || (note.deletedAt !== null && !isDeletedToo)) throw noNote()
  try {
    return { note, parent: await getParent(within(ctx, tx), note) }
  } catch (error) {
    throw error instanceof AppError && error.code === 'not-found' ? noNote() : error
  }
}

function update(tx: Db, ctx: Ctx, id: string, changes: NoteChanges): Promise<void> {
  return updateRecord(tx, ctx.workspaceId, noteRecord, id, changes, ctx.now())
}

function requireMayRewrite(ctx: Ctx, note: StoredNote): void {
  if (!mayRewrite(ctx.actor, note)) throw new AppError('forbidden', say(words, 'authorOnly'))
}

function worded({ id, body }: { id: string; body: string }) {
  return { noteId: id, excerpt: excerpt(plainText(body)) }
}

async function tellMentioned(tx: Db, ctx: Ctx, parent: Parent, noteId: string, memberIds: string[]): Promise<void> {
  const kind = 'note.mention'
  const title = say(words, 'mentioned', { actor: ctx.actor.name, name: parent.name })
  const others = memberIds.filter(memberId => memberId !== ctx.actor.memberId)
  const mention = { kind, title, link: parent.link, sourceKey: `${kind}:${noteId}` }
  const notifications = others.map(memberId => ({ memberId, ...mention }))
  await notify(tx, ctx, notifications)
}
