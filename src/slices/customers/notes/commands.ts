import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { excerpt } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/context.ts'
import { requireMembers } from '../../../platform/auth/memberships.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { dropFromEvents, returnToEvents } from '../../../platform/events/redact.ts'
import { changeCommand } from '../../../platform/record/commands.ts'
import { updatingOf } from '../../../platform/record/statements.ts'
import { attachedBin, getParent, readParent, type Parent } from '../contacts/public.ts'
import { notify } from '../../workspace/notifications/public.ts'
import { noteEvents } from './events.ts'
import { mayRewrite, mentionsOf, plainText } from './note.ts'
import { noteRecord, type NoteChanges, type StoredNote } from './record.ts'
import type { NoteInput, NotePatch } from './schema.ts'
import { noNote, notes } from './queries.ts'
import { insertNotes } from './store.ts'

const words = defineMessages('notes.commands', {
  mentioned: '{actor} mentioned you in a note on {name}',
  authorOnly: 'Only its author or a manager can edit or delete this note.',
})

export async function addNote(ctx: Ctx, input: NoteInput): Promise<string> {
  return inTransaction(ctx, async ctx => {
    const parent = await getParent(ctx, input)
    const mentionIds = mentionsOf(input.body)
    await requireMembers(ctx, mentionIds, 'body')
    const id = newId()
    const { attached, contactCompanyId } = parent
    const note = { id, ...attached, body: input.body, mentionIds, authorId: ctx.actor.memberId }
    await insertNotes(ctx, [{ ...note, isPinned: input.isPinned ?? false, createdAt: ctx.now() }])
    await record(ctx, [noteEvents.added({ ...note, contactCompanyId }, worded(note))])
    await tellMentioned(ctx, parent, id, mentionIds)
    return id
  })
}

export const editNote = changeCommand(noteRecord, {
  async lock(ctx, id, _patch: NotePatch & { version?: undefined }) {
    const [note] = await notes.lockLive(ctx, [id])
    return { ...note!, parent: await parentOf(ctx, note!) }
  },
  async settle({ ctx, before, patch: { body, isPinned }, changes }) {
    if (isPinned !== undefined) changes.isPinned = isPinned
    if (body === undefined || body === before.body) return
    requireMayRewrite(ctx, before)
    changes.body = body
    changes.mentionIds = mentionsOf(body)
    await requireMembers(ctx, newlyMentioned(before, changes), 'body')
    return [noteEvents.edited(before, worded({ id: before.id, body }))]
  },
  async finish({ ctx, before, changes }) {
    await tellMentioned(ctx, before.parent, before.id, newlyMentioned(before, changes))
  },
  tell: (note, { isPinned }) =>
    isPinned ? [noteEvents[isPinned[1] ? 'pinned' : 'unpinned'](note, { noteId: note.id })] : [],
})

/** Deleting a note takes its words out of the log until it is restored, which gives them back to where it was written. */
export const { remove: deleteNote, restore: restoreNote } = attachedBin({
  ...notes,
  update: updatingOf(noteRecord),
  async require(ctx, note) {
    await parentOf(ctx, note)
    requireMayRewrite(ctx, note)
  },
  tell: {
    async deleted(ctx, note) {
      await dropFromEvents(ctx, [note.id], 'excerpt')
      return [noteEvents.deleted(note, { noteId: note.id })]
    },
    async restored(ctx, note) {
      await returnToEvents(ctx, noteEvents.added.kind, note.id, worded(note))
      return [noteEvents.restored(note, worded(note))]
    },
  },
})

/** Notes with what is in the bin rest until it is back. */
async function parentOf(ctx: Ctx, note: StoredNote): Promise<Parent> {
  try {
    return await readParent(ctx, note)
  } catch (error) {
    throw error instanceof AppError && error.code === 'not-found' ? noNote() : error
  }
}

function newlyMentioned({ mentionIds }: StoredNote, changes: NoteChanges): string[] {
  return (changes.mentionIds ?? []).filter(memberId => !mentionIds.includes(memberId))
}

function requireMayRewrite(ctx: Ctx, note: StoredNote): void {
  if (!mayRewrite(ctx.actor, note)) throw new AppError('forbidden', say(words, 'authorOnly'))
}

function worded({ id, body }: { id: string; body: string }) {
  return { noteId: id, excerpt: excerpt(plainText(body)) }
}

async function tellMentioned(ctx: Ctx, parent: Parent, noteId: string, memberIds: string[]): Promise<void> {
  const kind = 'note.mention'
  const title = say(words, 'mentioned', { actor: ctx.actor.name, name: parent.name })
  const others = memberIds.filter(memberId => memberId !== ctx.actor.memberId)
  const mention = { kind, title, link: parent.link, sourceKey: `${kind}:${noteId}` }
  const notifications = others.map(memberId => ({ memberId, ...mention }))
  await notify(ctx, notifications)
}
