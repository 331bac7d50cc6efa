import { AppError, notFound } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { excerpt } from '../../../kernel/text.ts'
import { within, type Ctx } from '../../../platform/context.ts'
import { inTransaction, type Db } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { getParent, type Parent } from '../contacts/public.ts'
import { notify } from '../../workspace/notifications/public.ts'
import { noteEvents } from './events.ts'
import { mentionsOf, plainText } from './note.ts'
import { mayRewrite } from './policy.ts'
import type { NoteChanges, StoredNote } from './record.ts'
import type { NoteInput, NotePatch } from './schema.ts'
import { insertNotes, lockNote, redactEvents, updateNote } from './store.ts'
import { requireMembers } from '../../../platform/auth/memberships.ts'

const words = defineMessages('notes.commands', {
  mentioned: '{actor} mentioned you in a note on {name}',
  noNote: 'There is no such note, or you may not see it.',
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
    if (Object.keys(changes).length > 0) await updateNote(tx, ctx.workspaceId, id, changes, ctx.now())
  })
}

/** Deletes a note and takes its words out of the log; the row stays until it is restored or erased. */
export async function deleteNote(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const { note, parent } = await lockVisible(tx, ctx, id)
    requireMayRewrite(ctx, note)
    await updateNote(tx, ctx.workspaceId, id, { deletedAt: ctx.now() }, ctx.now())
    await redactEvents(tx, ctx.workspaceId, id)
    await record(tx, ctx, [noteEvents.deleted({ id, eventKeys: parent.eventKeys }, { noteId: id })])
  })
}

export async function restoreNote(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const { note, parent } = await lockVisible(tx, ctx, id, true)
    if (note.deletedAt === null) return
    requireMayRewrite(ctx, note)
    await updateNote(tx, ctx.workspaceId, id, { deletedAt: null }, ctx.now())
    await record(tx, ctx, [noteEvents.restored({ id, eventKeys: parent.eventKeys }, worded(note))])
  })
}

async function lockVisible(
  tx: Db,
  ctx: Ctx,
  id: string,
  isDeletedToo = false,
): Promise<{ note: StoredNote; parent: Parent }> {
  const note = await lockNote(tx, ctx.workspaceId, id)
  if (!note || (note.deletedAt !== null && !isDeletedToo)) throw notFound(say(words, 'noNote'))
  try {
    return { note, parent: await getParent(within(ctx, tx), note) }
  } catch (error) {
    throw error instanceof AppError && error.code === 'not-found' ? notFound(say(words, 'noNote')) : error
  }
}

function requireMayRewrite(ctx: Ctx, note: StoredNote): void {
  if (!mayRewrite(ctx.actor, note)) throw new AppError('forbidden', say(words, 'authorOnly'))
}

function worded({ id, body }: { id: string; body: string }) {
  return { noteId: id, excerpt: excerpt(plainText(body)) }
}

async function tellMentioned(tx: Db, ctx: Ctx, parent: Parent, noteId: string, memberIds: string[]): Promise<void> {
  const title = say(words, 'mentioned', { actor: ctx.actor.name, name: parent.name })
  await notify(
    tx,
    ctx,
    memberIds
      .filter(memberId => memberId !== ctx.actor.memberId)
      .map(memberId => ({
        memberId,
        kind: 'note.mention',
        title,
        link: parent.link,
        sourceKey: `note.mention:${noteId}`,
      })),
  )
}
