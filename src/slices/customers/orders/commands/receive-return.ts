import { AppError, invalidField } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { formatMoney } from '../../../../kernel/money.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { ownSource } from '../../../../platform/record/saving.ts'
import { findHolders, uniqueKeys } from '../../../../platform/record/uniques.ts'
import { returnReceived } from '../events.ts'
import { channelOf, originOf, requireBounded, toValued, type Valued } from '../order.ts'
import { returnRecord, type NewReturn, type StoredOrder } from '../record.ts'
import type { LooseReturnInput } from '../schema.ts'
import { insertReturns, lockOrder, returnsOfOrders } from '../store.ts'
import { readRates } from '../../../workspace/settings/public.ts'
import { areOne, findCustomers, type Customer } from './find-customers.ts'

const words = defineMessages('orders.receive-return', {
  cancelledNoReturn: 'Order {number} was cancelled, so nothing can come back of it. Reopen it first.',
  returnCurrency: 'The order is in {currency}; give its return in the same currency.',
  otherCustomer: 'The order belongs to somebody else. Leave this out.',
  amountLeft: 'Of order {number}, no more than {left} is left to be given back.',
  piecesLeft:
    'Of order {number}, no more than {left, plural, one {# piece is} other {# pieces are}} left to come back.',
})

/**
 * Records what came back. One whose source and source id are there already is answered with it. What a shop or a file tells
 * has happened, in whatever order it comes; who records it here is held to what is left.
 */
export async function receiveReturn(
  ctx: Ctx,
  input: LooseReturnInput,
  isHeld = false,
): Promise<{ id: string; isNew: boolean }> {
  return inTransaction(ctx, async ctx => {
    const id = newId()
    requireBounded({ amount: input.amount, quantity: input.quantity ?? null })
    const { order, customer, value }: Basis = input.orderId
      ? await ofOrder(ctx, input, input.orderId)
      : await ofNoOrder(ctx, input)
    const returned: NewReturn = {
      id,
      ...originOf(input, id, ownSource(ctx), order?.number),
      orderId: input.orderId ?? null,
      ...customer,
      returnedAt: input.returnedAt === undefined ? ctx.now() : new Date(input.returnedAt),
      amount: input.amount,
      ...value,
      quantity: input.quantity ?? null,
      reason: input.reason || null,
    }
    const inserted = await insertReturns(ctx, [returned], ctx.now())
    if (!inserted.has(id))
      return { id: (await findHolders(ctx, returnRecord, uniqueKeys(returnRecord, returned)))[0]!.id, isNew: false }
    if (order && isHeld) await requireLeft(ctx, order, returned)
    await record(ctx, [returnReceived(returned, { channel: channelOf(input, returned.source) })])
    return { id, isNew: true }
  })
}

/** Refuses what is more than the other returns leave of the order. */
async function requireLeft(ctx: Ctx, order: StoredOrder, { id, amount, quantity }: NewReturn): Promise<void> {
  const { number, currency } = order
  const others = (await returnsOfOrders(ctx, [order.id])).filter(returned => returned.id !== id)
  const amountLeft = order.amount - others.reduce((sum, returned) => sum + returned.amount, 0)
  if (amount > amountLeft) {
    const left = formatMoney(Math.max(0, amountLeft), currency, ctx.locale)
    throw invalidField('amount', say(words, 'amountLeft', { number, left }))
  }
  if (order.quantity === null || !quantity) return
  const left = order.quantity - others.reduce((sum, returned) => sum + (returned.quantity ?? 0), 0)
  if (quantity > left) throw invalidField('quantity', say(words, 'piecesLeft', { number, left: Math.max(0, left) }))
}

interface Basis {
  order?: StoredOrder
  customer: Customer
  value: Valued
}

/** A return of a known order is its customer's, in its currency and at its rate. */
async function ofOrder(ctx: Ctx, input: LooseReturnInput, orderId: string): Promise<Basis> {
  const order = await lockOrder(ctx, orderId)
  if (order.status === 'cancelled')
    throw new AppError('unprocessable', say(words, 'cancelledNoReturn', { number: order.number }))
  if (input.currency && input.currency !== order.currency)
    throw invalidField('currency', say(words, 'returnCurrency', { currency: order.currency }))
  const isOthers = (key: 'contactId' | 'companyId') => input[key] && input[key] !== order[key]
  if (isOthers('contactId') && !(await areOne(ctx, [input.contactId!, order.contactId])))
    throw invalidField('contactId', say(words, 'otherCustomer'))
  if (isOthers('companyId')) throw invalidField('companyId', say(words, 'otherCustomer'))
  const rate = { currency: order.currency, exchangeRate: input.exchangeRate ?? order.exchangeRate }
  return {
    order,
    customer: { contactId: order.contactId, companyId: order.companyId },
    value: toValued(input.amount, rate, ctx.workspace.currency, new Map()),
  }
}

async function ofNoOrder(ctx: Ctx, input: LooseReturnInput): Promise<Basis> {
  const customerOf = await findCustomers(ctx, [input])
  return {
    customer: customerOf(input),
    value: toValued(input.amount, input, ctx.workspace.currency, await readRates(ctx)),
  }
}
