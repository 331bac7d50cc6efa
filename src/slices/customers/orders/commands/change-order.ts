import { isDeepStrictEqual } from 'node:util'
import { AppError, invalidField, notFound } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { convertMinor } from '../../../../kernel/money.ts'
import { columnsFor, patched } from '../../../../kernel/record/record.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import type { NewEvent } from '../../../../kernel/event.ts'
import { record } from '../../../../platform/events/record.ts'
import { changesOf, requireVersion } from '../../../../platform/record/changes.ts'
import { readParts, replaceParts } from '../../../../platform/record/parts.ts'
import { changedFields } from '../../fields/public.ts'
import { orderEvents } from '../events.ts'
import { amountOf, isCounted, piecesOf, toItems } from '../order.ts'
import { itemParts, orderRecord, type OrderChanges, type StoredOrder } from '../record.ts'
import type { OrderPatch } from '../schema.ts'
import { lockOrders, updateOrder } from '../store/orders.ts'

const words = defineMessages('orders.change-order', {
  noOrder: 'There is no such order, or you may not see it.',
  sumOfItems: 'The order has items, which its amount is the sum of. Send the corrected items too.',
  hasReturnsCancel: 'Something came back of this order, so it cannot be cancelled. Delete its returns first.',
  hasReturns: 'The order has returns.',
})

const written = columnsFor(orderRecord.columns, 'written')

/** Changes what `patch` names and leaves the rest; writes nothing when nothing differs. */
export async function changeOrder(ctx: Ctx, id: string, patch: OrderPatch): Promise<string> {
  return inTransaction(ctx.db, async tx => {
    const [before] = await lockOrders(tx, ctx, [id])
    if (!before || before.deletedAt) throw notFound(say(words, 'noOrder'))
    requireVersion(before, patch.version)
    const changes: OrderChanges = patched(written, before, patch)
    if (patch.number !== undefined) changes.number = patch.number
    const fields = await changedFields(tx, ctx, 'order', before.fields, patch.fields)
    if (fields) changes.fields = fields
    const items = await correct(tx, ctx, before, patch, changes)
    const { baseAmount, ...differences } = changesOf(orderRecord.columns, before, changes)
    if (items) differences['items'] = items
    if (Object.keys(differences).length === 0) return id
    if (changes.status === 'cancelled' && before.status !== 'cancelled') await requireNoReturns(tx, ctx, before)
    await updateOrder(tx, ctx.workspaceId, id, changes, ctx.now())
    await record(
      tx,
      ctx,
      changedEvents(before, changes, differences, baseAmount ? changes.baseAmount! - before.baseAmount : 0),
    )
    return id
  })
}

/** Corrects amount and items, which stay in step. Returns how many items there were and are, when they differ. */
async function correct(
  tx: Db,
  ctx: Ctx,
  before: StoredOrder,
  patch: OrderPatch,
  changes: OrderChanges,
): Promise<[number, number] | undefined> {
  if (patch.amount === undefined && patch.items === undefined) return undefined
  const own = (await readParts(tx, ctx.workspaceId, itemParts, [before.id])).get(before.id) ?? []
  if (patch.items === undefined && own.length > 0 && patch.amount !== before.amount) {
    throw invalidField('items', say(words, 'sumOfItems'))
  }
  const items = patch.items === undefined ? own : toItems(patch.items)
  changes.amount = amountOf(patch.amount ?? (items.length === 0 ? before.amount : undefined), items)
  changes.baseAmount = convertMinor(changes.amount, before.currency, ctx.workspace.currency, before.exchangeRate)
  if (isDeepStrictEqual(items, own)) return undefined
  if (patch.quantity === undefined) changes.quantity = piecesOf(undefined, items)
  await replaceParts(tx, ctx.workspaceId, itemParts, [{ id: before.id, parts: items }])
  return [own.length, items.length]
}

/** Cancelling and reopening are events of their own, because they take the order out of every sum and back. */
function changedEvents(
  before: StoredOrder,
  changes: OrderChanges,
  differences: Record<string, [unknown, unknown]>,
  baseAmountChange: number,
): NewEvent[] {
  const named = { orderId: before.id, number: changes.number ?? before.number }
  const after = changes.status ?? before.status
  const { status, ...others } = differences
  const turns = isCounted(before.status) !== isCounted(after)
  const shown = turns || status === undefined ? others : { status, ...others }
  return [
    ...(Object.keys(shown).length > 0
      ? [orderEvents.changed(before, { ...named, changes: shown, baseAmountChange })]
      : []),
    ...(turns ? [orderEvents[isCounted(after) ? 'reopened' : 'cancelled'](before, named)] : []),
  ]
}

async function requireNoReturns(tx: Db, ctx: Ctx, order: StoredOrder): Promise<void> {
  const returned = await tx
    .selectFrom('returns')
    .select('id')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('orderId', '=', order.id)
    .where('deletedAt', 'is', null)
    .limit(1)
    .execute()
  if (returned.length > 0)
    throw new AppError('unprocessable', say(words, 'hasReturnsCancel'), {
      fields: [{ path: 'status', message: say(words, 'hasReturns') }],
    })
}
