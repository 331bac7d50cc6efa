import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import { audit } from '../../../platform/audit/audit.ts'
import type { Ctx } from '../../../platform/context.ts'
import { randomKey } from '../../../platform/crypto/hash.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { deleteRows, findRow, findRows, insertRow, updateRows } from '../../../platform/db/row.ts'
import { record } from '../../../platform/events/record.ts'
import { fieldKey } from '../../customers/fields/schema.ts'
import { sourceEvents } from './events.ts'
import { forgetHolders } from './keys.ts'
import { noSource } from './queries.ts'
import type { SourceInput, SourcePatch } from './schema.ts'

/** Short enough to be read aloud, long enough not to be guessed. */
function newWriteKey(): string {
  return randomKey().slice(0, 32)
}

export async function createSource(ctx: Ctx, input: SourceInput, isDemo = false): Promise<string> {
  const id = newId()
  const writeKey = newWriteKey()
  await inTransaction(ctx, async ctx => {
    const taken = await findRows(ctx, 'collectSources', ['slug'], {})
    const slug = fieldKey(input.name, new Set(taken.map(row => row.slug))).replaceAll('_', '-')
    await insertRow(ctx, 'collectSources', { id, slug, writeKey, isDemo, createdAt: ctx.now(), ...input })
    await insertRow(ctx, 'collectKeys', { key: writeKey, sourceId: id })
    await tell(ctx, sourceEvents.created, id, input.name)
  })
  forgetHolders(ctx.app.db)
  return id
}

export async function changeSource(ctx: Ctx, id: string, patch: SourcePatch): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const { name } = await lockSource(ctx, id)
    if (Object.keys(patch).length === 0) return
    await updateRows(ctx, 'collectSources', id, patch)
    await tell(ctx, sourceEvents.changed, id, patch.name ?? name, patch)
  })
  forgetHolders(ctx.app.db)
}

/** The old key stops working at once; elsewhere than in this process within a second. */
export async function replaceKey(ctx: Ctx, id: string): Promise<void> {
  const writeKey = newWriteKey()
  await inTransaction(ctx, async ctx => {
    const { name } = await lockSource(ctx, id)
    await deleteRows(ctx, 'collectKeys', { sourceId: id })
    await updateRows(ctx, 'collectSources', id, { writeKey })
    await insertRow(ctx, 'collectKeys', { key: writeKey, sourceId: id })
    await tell(ctx, sourceEvents.keyReplaced, id, name)
  })
  forgetHolders(ctx.app.db)
}

/** Takes nothing from it any more; contacts, events and orders that it brought stay. */
export async function deleteSource(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async ctx => {
    const { name } = await lockSource(ctx, id)
    await deleteRows(ctx, 'collectKeys', { sourceId: id })
    await updateRows(ctx, 'collectSources', id, { archivedAt: ctx.now() })
    await tell(ctx, sourceEvents.deleted, id, name)
  })
  forgetHolders(ctx.app.db)
}

async function lockSource(ctx: Ctx, id: string): Promise<{ name: string }> {
  return noSource.unless(await findRow(ctx, 'collectSources', ['name'], { id, archivedAt: null }, sql`for update`))
}

type SourceEvent = (typeof sourceEvents)[keyof typeof sourceEvents]

async function tell(ctx: Ctx, event: SourceEvent, id: string, name: string, detail: object = {}): Promise<void> {
  await record(ctx, [event({ id }, { name })])
  await audit(ctx, { action: event.kind, subjectId: id, detail: { name, ...detail } })
}
