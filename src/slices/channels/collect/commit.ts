import { within, type App, type Ctx } from '../../../platform/context.ts'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import { onceFor } from '../../../kernel/once-for.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { record } from '../../../platform/events/record.ts'
import { systemCtx } from '../../../platform/system-ctx.ts'
import { listFields } from '../../customers/fields/public.ts'
import { findKnown, handlesOf, intake, type Met, type Sighting } from '../../customers/identity/public.ts'
import { findErased } from '../../customers/privacy/public.ts'
import { commerceOf, type CommerceEvent } from './commerce.ts'
import { findOrMakeCompanies } from './companies.ts'
import { keepOrders } from './orders.ts'
import { companyOf, handlesIn, traitsOf } from './person.ts'
import { commerceEventOf, eventOf, type Received, type Rejected } from './received.ts'
import { insertRejections } from './store.ts'

const nobody = { contactId: null, companyId: null }
type Who = Pick<Met, 'contactId' | 'companyId'> | typeof nobody

interface Item {
  received: Received
  commerce: CommerceEvent | null
  /** Null: it is to be written without a contact. */
  sighting: Sighting | null
}

/**
 * Writes what was received for one workspace: the contacts of all, their events and orders. The usual case, people who are
 * known doing ordinary things, takes two statements for any number; everything else one transaction.
 */
export async function commit(app: App, workspaceId: WorkspaceId, all: readonly Received[]): Promise<void> {
  const ctx = await contextOf(app, workspaceId)
  const items = all.map(toItem)
  const isPlain = items.every(
    ({ received: { message }, commerce }) =>
      commerce === null && (message.type === 'track' || message.type === 'page' || message.type === 'screen'),
  )
  if (isPlain) {
    const known = await findKnown(ctx, sightingsOf(items))
    if (known !== null)
      return void (await record(ctx, eventsOf(items, placeBack(items, known)), false, deliveryKey(ctx)))
  }
  const isThere = await leaveOutErased(ctx, items)
  const rest = items.filter(isThere)
  if (rest.length === 0) return
  const rejected = await inTransaction(app, ({ db }) => writeItems(within(ctx, db), rest))
  if (rejected.length > 0) await keepRejections(app, workspaceId, rejected)
}

/** Writes what was received in the transaction `tx`, whenever it happened; answers what could not be done. */
export function writeReceived(ctx: Ctx, all: readonly Received[]): Promise<Rejected[]> {
  return writeItems(ctx, all.map(toItem))
}

async function writeItems(ctx: Ctx, items: readonly Item[]): Promise<Rejected[]> {
  await addTraits(ctx, items)
  const contacts = placeBack(items, await intake(ctx, sightingsOf(items)))
  await record(ctx, eventsOf(items, contacts), false, deliveryKey(ctx))
  const messages = items.flatMap(({ received, commerce }, at) =>
    commerce === null ? [] : [{ received, event: commerce, ...ownerOf(contacts[at]!) }],
  )
  return messages.length === 0 ? [] : keepOrders(ctx, messages)
}

export async function keepRejections(app: App, workspaceId: WorkspaceId, rejected: readonly Rejected[]): Promise<void> {
  await insertRejections({ db: app.db, workspaceId }, rejected, app.clock.now())
}

/** What comes while events are being delivered is delivered next, all together. */
function deliveryKey({ workspaceId }: Ctx): string {
  return `collect:${workspaceId}`
}

function toItem(received: Received): Item {
  const { message, source, isTracked } = received
  const commerce = commerceOf(message)
  // Without consent only what the customer himself asked for, an order, is kept with his name.
  const handles = isTracked || commerce !== null ? handlesIn(message, isTracked) : []
  const sighting: Sighting | null =
    handles.length === 0 ? null : { handles, at: message.at, source: source.slug, isDemo: source.isDemo }
  return { received, commerce, sighting }
}

function sightingsOf(items: readonly Item[]): Sighting[] {
  return items.flatMap(item => item.sighting ?? [])
}

/** Who it was, for each of `items`. */
function placeBack(items: readonly Item[], contacts: readonly Met[]): Who[] {
  let at = 0
  return items.map(item => (item.sighting === null ? nobody : contacts[at++]!))
}

function ownerOf({ contactId, companyId }: Who) {
  return { contactId, companyId }
}

function eventsOf(items: readonly Item[], contacts: readonly Who[]) {
  return items.map(({ received, commerce }, at) =>
    commerce === null ? eventOf(received, ownerOf(contacts[at]!)) : commerceEventOf(received, commerce.number),
  )
}

/** What identifies and groups tell: of the person, and of the company that is then theirs. */
async function addTraits(ctx: Ctx, items: readonly Item[]): Promise<void> {
  const telling = items.filter(
    ({ sighting, received: { message } }) =>
      sighting !== null && (message.type === 'identify' || message.type === 'group'),
  )
  if (telling.length === 0) return
  const fields = telling.some(({ received }) => received.message.type === 'identify')
    ? (await listFields(ctx, 'contact')).map(field => field.key)
    : []
  const companies = telling.flatMap(item => {
    const company = companyOf(item.received.message)
    return company === null ? [] : [{ item, company }]
  })
  const companyIds = await findOrMakeCompanies(
    ctx,
    companies.map(({ item: { received }, company }) => ({
      company,
      source: received.source.slug,
      at: received.message.at,
    })),
  )
  const companyOfItem = new Map(companies.map(({ item }, at) => [item, companyIds[at]!]))
  for (const item of telling) {
    const { message } = item.received
    const companyId = companyOfItem.get(item)
    item.sighting!.traits = {
      ...(message.type === 'identify' ? traitsOf(message.traits, message.context, fields) : {}),
      ...(companyId === undefined ? {} : { companyId }),
    }
  }
}

/** What happened before a person was erased leaves no trace and revives nobody. */
async function leaveOutErased(ctx: Ctx, items: readonly Item[]): Promise<(item: Item) => boolean> {
  const keys = new Map(
    items.map(item => [item, item.sighting === null ? [] : handlesOf(item.sighting, ctx.workspace.country)]),
  )
  const erased = await findErased(ctx, [...keys.values()].flat())
  if (erased.size === 0) return () => true
  return item =>
    !keys.get(item)!.some(({ key }) => {
      const erasedAt = erased.get(key)
      return erasedAt !== undefined && item.received.message.at <= erasedAt
    })
}

const contextsOf = onceFor((_: App) => new Map<WorkspaceId, { ctx: Promise<Ctx>; until: number }>())

/** The workspace's settings, asked of the database every few seconds at most. */
async function contextOf(app: App, workspaceId: WorkspaceId): Promise<Ctx> {
  const known = contextsOf(app)
  const now = performance.now()
  const found = known.get(workspaceId)
  if (found && found.until > now) return found.ctx
  if (known.size > 1000) known.clear()
  const ctx = systemCtx(app, workspaceId)
  known.set(workspaceId, { ctx, until: now + 5000 })
  ctx.catch(() => known.delete(workspaceId))
  return ctx
}
