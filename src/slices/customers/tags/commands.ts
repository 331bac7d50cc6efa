import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { within, type Ctx } from '../../../platform/context.ts'
import { inTransaction, type Db } from '../../../platform/db/database.ts'
import { isRow } from '../../../platform/db/row.ts'
import { record } from '../../../platform/events/record.ts'
import { tagEvents } from './events.ts'
import { countUses, noTag } from './queries.ts'
import type { TagInput, TagPatch } from './schema.ts'

const words = defineMessages('tags.commands', {
  sameName: 'There is a tag “{name}” already. Use it, or another name.',
})

export async function createTag(ctx: Ctx, input: TagInput): Promise<string> {
  return inTransaction(ctx.db, async tx => {
    await requireFreeName(tx, ctx, input.name)
    const id = newId()
    await tx
      .insertInto('tags')
      .values({ ...input, id, workspaceId: ctx.workspaceId, createdAt: ctx.now() })
      .execute()
    await record(tx, ctx, [tagEvents.created({ id }, { ...input })])
    return id
  })
}

export async function changeTag(ctx: Ctx, id: string, patch: TagPatch): Promise<void> {
  await inTransaction(ctx.db, async tx => {
    const before = await lockTag(tx, ctx, id)
    const changes: Record<string, [unknown, unknown]> = {}
    for (const key of ['name', 'color'] as const)
      if (patch[key] !== undefined && patch[key] !== before[key]) changes[key] = [before[key], patch[key]]
    if (Object.keys(changes).length === 0) return
    if (changes['name']) await requireFreeName(tx, ctx, patch.name!, id)
    await tx.updateTable('tags').set(patch).where(isRow(ctx.workspaceId, id)).execute()
    await record(tx, ctx, [tagEvents.changed({ id }, { changes })])
  })
}

/** Deletes the tag and says how many records of each kind carried it; it comes off them in the background. */
export async function deleteTag(ctx: Ctx, id: string): Promise<Record<string, number>> {
  return inTransaction(ctx.db, async tx => {
    const { name } = await lockTag(tx, ctx, id)
    const [uses] = await countUses(within(ctx, tx), [id], 2_000_000_000)
    await tx.deleteFrom('tags').where(isRow(ctx.workspaceId, id)).execute()
    await record(tx, ctx, [tagEvents.deleted({ id }, { name, uses: uses! })])
    return uses!
  })
}

async function lockTag(tx: Db, ctx: Ctx, id: string): Promise<{ name: string; color: string }> {
  const tag = await tx
    .selectFrom('tags')
    .select(['name', 'color'])
    .where(isRow(ctx.workspaceId, id))
    .forUpdate()
    .executeTakeFirst()
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
