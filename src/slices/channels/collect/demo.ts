import { createHash } from 'node:crypto'
import { newId } from '../../../kernel/ids.ts'
import { defineText, stored } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { deleteRows, findRows } from '../../../platform/db/row.ts'
import { removeEvents } from '../../../platform/events/remove-events.ts'
import { discardWaiting } from '../../../platform/events/take-out.ts'
import { refold } from '../../customers/facts/public.ts'
import type { DemoCustomer, DemoPart } from '../../workspace/demo/public.ts'
import { createSource } from './commands.ts'
import { writeReceived } from './commit.ts'
import { findHolderIn } from './keys.ts'
import { readMessage } from './message.ts'
import { insertRejections } from './store.ts'
import { readRoots } from '../../customers/contacts/public.ts'

const noEventName = defineText('collect.demo.noEventName', 'A track needs the name of its event: event.')

const minute = 60_000
const day = 24 * 60 * minute

/** Visitors of the demo's site who have not said who they are, and those who have. */
const strangers = 18
const known = 8
export const visitorsSeeded = strangers + known

const pages = ['Home', 'Lamps', 'Aurora floor lamp', 'Desk lamps', 'Delivery and returns', 'Our workshop', 'Journal']
const products = [
  { sku: 'AUR-FL', name: 'Aurora floor lamp', price: 189 },
  { sku: 'DSK-02', name: 'Desk lamp No. 2', price: 79 },
  { sku: 'SHD-LN', name: 'Linen shade', price: 34 },
]

export const demo: DemoPart = { seed: (ctx, { customers }) => seed(ctx, customers), remove }

/** The demo's own site as a source: what visitors did on it lately, and a few of them signing in as customers. */
async function seed(ctx: Ctx, customers: readonly DemoCustomer[]): Promise<void> {
  const start = newId(ctx.now().getTime())
  const sourceId = await createSource(
    ctx,
    { name: 'Online shop', kind: 'web', allowedOrigins: [], consentMode: 'always' },
    true,
  )
  const source = (await findHolderIn(ctx, sourceId))!
  const now = ctx.now()
  const sent = Array.from({ length: visitorsSeeded }, (_, visitor) =>
    visit(visitor, now.getTime(), customers[visitor - strangers]),
  ).flat()
  await writeReceived(
    ctx,
    sent.map(event => ({ source, message: readMessage(event, null, null, now), isTracked: true })),
  )
  const body = JSON.stringify({ type: 'track', anonymousId: deviceOf(0), properties: products[0] })
  await insertRejections(ctx, [{ source, reason: stored(noEventName), body }], new Date(now.getTime() - 90 * minute))
  await settle(ctx, start)
}

function visit(visitor: number, now: number, customer: DemoCustomer | undefined): object[] {
  const anonymousId = deviceOf(visitor)
  const product = products[visitor % products.length]!
  const begun = now - ((visitor * 7) % 9) * day - (visitor + 1) * 37 * minute
  const event = (at: number, more: object) => ({
    messageId: `demo-${visitor}-${at}`,
    anonymousId,
    timestamp: new Date(begun + at * minute).toISOString(),
    ...more,
  })
  const page = (at: number, name: string) =>
    event(at, {
      type: 'page',
      name,
      properties: { url: `https://shop.example/${name.toLowerCase().replaceAll(' ', '-')}`, title: name },
    })
  const seen = Array.from({ length: 1 + (visitor % 4) }, (_, at) => page(at, pages[(visitor + at) % pages.length]!))
  if (visitor % 3 === 0) seen.push(event(6, { type: 'track', event: 'Product Viewed', properties: product }))
  if (!customer) return seen
  const { email, name } = customer
  return [
    ...seen,
    event(8, { type: 'track', event: 'Product Added', properties: { ...product, quantity: 1 } }),
    event(11, { type: 'identify', userId: `shop-${1000 + visitor}`, traits: { email, name } }),
    event(12, { type: 'track', event: 'Signed In', userId: `shop-${1000 + visitor}` }),
  ]
}

/** The same device at every seed. */
function deviceOf(visitor: number): string {
  const hex = createHash('sha256').update(`visitor ${visitor}`).digest('hex')
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** What was queued meanwhile is counted here: a demo is whole when it is there. */
async function settle(ctx: Ctx, start: string): Promise<void> {
  await discardWaiting(ctx, start)
  const events = ctx.db.selectFrom('events').select(['contactId', 'companyId']).distinct()
  const made = await events.where('workspaceId', '=', ctx.workspaceId).where('id', '>=', start).execute()
  const contactIds = made.flatMap(({ contactId }) => contactId ?? [])
  const roots = await readRoots(ctx, contactIds)
  await refold(ctx, 'contact', [...new Set([...contactIds, ...roots.values()])])
  await refold(ctx, 'company', [...new Set(made.flatMap(({ companyId }) => companyId ?? []))])
}

async function remove(ctx: Ctx): Promise<void> {
  const sources = await findRows(ctx, 'collectSources', ['id'], { isDemo: true })
  const sourceId = sources.map(({ id }) => id)
  await removeEvents(ctx, 'subject', sourceId)
  await deleteRows(ctx, 'collectKeys', { sourceId })
  await deleteRows(ctx, 'collectSources', { isDemo: true })
}
