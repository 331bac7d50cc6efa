import { isDeepStrictEqual } from 'node:util'
import { invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { NewEvent } from '../../../../kernel/event.ts'
import type { Differences } from '../../../../platform/record/changes.ts'
import { changeCommand } from '../../../../platform/record/commands.ts'
import { replaceParts, withParts } from '../../../../platform/record/parts.ts'
import { orderEvents } from '../events.ts'
import { amountOf, baseAmountOf, hasReturns, isCounted, piecesOf, toItems } from '../order.ts'
import { orderRecord, type OrderChanges, type StoredOrder } from '../record.ts'
import type { OrderPatch } from '../schema.ts'
import { lockOrder, returnsOfOrders } from '../store.ts'

const words = defineMessages('orders.change-order', {
  sumOfItems: 'The order has items, which its amount is the sum of. Send the corrected items too.',
})

export const changeOrder = changeCommand(orderRecord, {
  lock: (ctx, id, _patch: OrderPatch) => lockOrder(ctx, id),
  async settle({ ctx, before, patch, changes, besides }) {
    if (patch.number !== undefined) changes.number = patch.number
    const items = await correct(ctx, before, patch, changes)
    if (items) besides['items'] = items
    if (changes.status === 'cancelled') await requireNoReturns(ctx, before)
  },
  tell: changedEvents,
})

/** Corrects amount and items, which stay in step. Returns how many items there were and are, when they differ. */
async function correct(
  ctx: Ctx,
  before: StoredOrder,
  patch: OrderPatch,
  changes: OrderChanges,
): Promise<[number, number] | undefined> {
  if (patch.amount === undefined && patch.items === undefined) return undefined
  const itemsBefore = (await withParts(ctx, orderRecord, [before]))[0]!.items
  if (patch.items === undefined && itemsBefore.length > 0 && patch.amount !== before.amount) {
    throw invalidField('items', say(words, 'sumOfItems'))
  }
  const items = patch.items === undefined ? itemsBefore : toItems(patch.items)
  changes.amount = amountOf(patch.amount ?? (items.length === 0 ? before.amount : undefined), items)
  changes.baseAmount = baseAmountOf(changes.amount, before, ctx.workspace.currency)
  if (isDeepStrictEqual(items, itemsBefore)) return undefined
  if (patch.quantity === undefined) changes.quantity = piecesOf(undefined, items)
  await replaceParts(ctx, orderRecord, [{ id: before.id, items }])
  return [itemsBefore.length, items.length]
}

/** Cancelling and reopening are events of their own, because they take the order out of every sum and back. */
function changedEvents(before: StoredOrder, differences: Differences, changes: OrderChanges): NewEvent[] {
  const named = { orderId: before.id, number: changes.number ?? before.number }
  const after = changes.status ?? before.status
  const baseAmountChange = (changes.baseAmount ?? before.baseAmount) - before.baseAmount
  const { status, ...others } = differences
  const turns = isCounted(before.status) !== isCounted(after)
  const answered = turns || status === undefined ? others : { status, ...others }
  const events: NewEvent[] = []
  if (Object.keys(answered).length > 0)
    events.push(orderEvents.changed(before, { ...named, changes: answered, baseAmountChange }))
  if (turns) events.push(orderEvents[isCounted(after) ? 'reopened' : 'cancelled'](before, named))
  return events
}

async function requireNoReturns(ctx: Ctx, order: StoredOrder): Promise<void> {
  const returned = await returnsOfOrders(ctx, [order.id])
  if (returned.length > 0) throw hasReturns()
}
