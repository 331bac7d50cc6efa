import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { within, type Ctx } from '../../../platform/context.ts'
import { inTransaction, type Db } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { changeCommand } from '../../../platform/record/commands.ts'
import { insertRecords, lockRecords, removeRecords } from '../../../platform/record/statements.ts'
import { tagEvents } from './events.ts'
import { countUses, noTag } from './queries.ts'
import { shownColumns, tagRecord, type ShownTag } from './record.ts'
import type { TagInput, TagPatch } from './schema.ts'

const words = defineMessages('tags.commands', {
  sameName: 'There is a tag “{name}” already. Use it, or another name.',
})

export async function createTag(ctx: Ctx, input: TagInput): Promise<string> {
  return inTransaction(ctx.db, async tx => {
    await requireFreeName(tx, ctx, input.name)
    const id = newId()
    await insertRecords(tx, ctx.workspaceId, tagRecord, [{ ...input, id }], ctx.now())
    await record(tx, ctx, [tagEvents.created({ id }, { ...input })])
    return id
  })
}

export const changeTag = changeCommand(tagRecord, {
  lock: (tx, ctx, id, _patch: TagPatch & { version?: undefined }) => lockTag(tx, ctx, id),
  async settle({ tx, ctx, before, changes }) {
    if (changes.name !== undefined) await requireFreeName(tx, ctx, changes.name, before.id)
  },
  tell: (before, changes) => [tagEvents.changed(before, { changes })],
})

/** Deletes the tag and says how many records of each kind carried it; it comes off them in the background. */
export async function deleteTag(ctx: Ctx, id: string): Promise<Record<string, number>> {
  return inTransaction(ctx.db, async tx => {
    const { name } = await lockTag(tx, ctx, id)
    const [uses] = await countUses(within(ctx, tx), [id], 2_000_000_000)
    await removeRecords(tx, ctx.workspaceId, 'tags', [id])
    await record(tx, ctx, [tagEvents.deleted({ id }, { name, uses: uses! })])
    return uses!
  })
}

async function lockTag(tx: Db, ctx: Ctx, id: string): Promise<ShownTag> {
  const [tag] = await lockRecords(tx, ctx.workspaceId, 'tags', shownColumns, [id])
  if (!tag) throw noTag()
  return tag
}

async function requireFreeName(tx: Db, ctx: Ctx, name: string, ownId?: string): Promise<void> {
  const holder = await tx
    .selectFrom('tags')
    .select(['id', 'name'])
    .where('workspaceId', '=', ctx.workspaceId)
    .where(({ eb, fn, val }) => eb(fn('lower', ['name']), '=', fn<string>('lower', [val(name)])))
    .executeTakeFirst()
  if (holder && holder.id !== ownId)
    throw new AppError('conflict', say(words, 'sameName', { name: holder.name }), {
      tagId: holder.id,
    })
}
