import { sql } from 'kysely'
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { defineText } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { deleteRows, findRow } from '../../../platform/db/row.ts'
import { record } from '../../../platform/events/record.ts'
import { changeCommand } from '../../../platform/record/commands.ts'
import { insertRecords, lockRecords } from '../../../platform/record/statements.ts'
import { tagEvents } from './events.ts'
import { countUses, noTag } from './queries.ts'
import { shownColumns, tagRecord, type ShownTag } from './record.ts'
import type { TagInput, TagPatch } from './schema.ts'

const sameName = defineText('tags.commands.sameName', 'There is a tag “{name}” already. Use it, or another name.')

export async function createTag(ctx: Ctx, input: TagInput): Promise<string> {
  return inTransaction(ctx, async ctx => {
    await requireFreeName(ctx, input.name)
    const id = newId()
    await insertRecords(ctx, tagRecord, [{ ...input, id }], ctx.now())
    await record(ctx, [tagEvents.created({ id }, { ...input })])
    return id
  })
}

export const changeTag = changeCommand(tagRecord, {
  lock: (ctx, id, _patch: TagPatch & { version?: undefined }) => lockTag(ctx, id),
  async settle({ ctx, before, changes }) {
    if (changes.name !== undefined) await requireFreeName(ctx, changes.name, before.id)
  },
  tell: (before, changes) => [tagEvents.changed(before, { changes })],
})

/** Deletes the tag and says how many records of each kind carried it; it comes off them in the background. */
export async function deleteTag(ctx: Ctx, id: string): Promise<Record<string, number>> {
  return inTransaction(ctx, async ctx => {
    const { name } = await lockTag(ctx, id)
    const [uses] = await countUses(ctx, [id], 2_000_000_000)
    await deleteRows(ctx, 'tags', id)
    await record(ctx, [tagEvents.deleted({ id }, { name, uses: uses! })])
    return uses!
  })
}

async function lockTag(ctx: Ctx, id: string): Promise<ShownTag> {
  const [tag] = await lockRecords(ctx, 'tags', shownColumns, [id])
  return noTag.unless(tag)
}

async function requireFreeName(ctx: Ctx, name: string, ownId?: string): Promise<void> {
  const holder = await findRow(ctx, 'tags', ['id', 'name'], {}, sql`and lower(name) = lower(${name})`)
  if (holder && holder.id !== ownId)
    throw new AppError('conflict', sameName({ name: holder.name }), { tagId: holder.id })
}
