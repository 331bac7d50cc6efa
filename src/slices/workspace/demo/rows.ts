import { fold, sortKey } from '../../../kernel/text.ts'
import { companySearchText } from '../../customers/companies/public.ts'
import type { CopyText } from './copy-text.ts'
import { countFacts } from './facts.ts'
import type {
  DemoCompany,
  DemoContact,
  DemoEvent,
  DemoHandle,
  DemoNote,
  DemoOrder,
  DemoReturn,
  DemoTask,
  Household,
} from './life.ts'
import type { Shop } from './shop.ts'
import { euroRates } from './world/countries.ts'
import { shopName } from './world/staff.ts'

export function writeShop(to: CopyText, shop: Shop, ownerUserId: string): void {
  const { plan, staff, teams, tags, fields } = shop
  const opened = time(shop.openedAt)
  to.add('workspaces', shopName, 'CZ', 'EUR', 'Europe/Prague', 'en', true, opened)
  for (const [index, { id, name, email, role, jobTitle, locale }] of staff.entries()) {
    to.add('members', id, index === 0 ? ownerUserId : null, name, email, role, jobTitle, locale, true, opened, opened)
  }
  for (const { id, name } of teams) to.add('teams', id, name, true, opened)
  for (const member of staff) for (const team of member.teams) to.add('team_members', teams[team]!.id, member.id)
  for (const { id, name, color } of Object.values(tags)) to.add('tags', id, name, color, true, opened)
  for (const [position, { id, object, key, label, type, options }] of fields.entries()) {
    to.add(
      'fields',
      id,
      object,
      key,
      label,
      type,
      JSON.stringify(options),
      type === 'money' ? 'EUR' : null,
      position,
      true,
      opened,
    )
  }
  for (const [currency, rate] of Object.entries(euroRates)) {
    if (currency !== 'EUR') to.add('exchange_rates', currency, rate, time(plan.now))
  }
}

export function writeHousehold(to: CopyText, { company, lives, events }: Household): void {
  const all = company ? [...events, ...lives.flatMap(life => life.events)] : []
  if (company) {
    writeCompany(to, company)
    writeFacts(to, 'company_facts', company.id, all)
  }
  for (const event of events) writeEvent(to, event)
  for (const life of lives) {
    writeContact(to, life.contact)
    writeFacts(to, 'contact_facts', life.contact.id, life.events)
    for (const handle of life.handles) writeHandle(to, handle)
    for (const order of life.orders) writeOrder(to, order)
    for (const returned of life.returns) writeReturn(to, returned)
    for (const note of life.notes) writeNote(to, note)
    for (const task of life.tasks) writeTask(to, task)
    for (const event of life.events) writeEvent(to, event)
  }
}

function writeCompany(to: CopyText, company: DemoCompany): void {
  const derived = { sortName: fold(company.name), searchText: companySearchText(company) }
  const origin = { source: 'website', sourceId: null, isDemo: true, updatedAt: company.createdAt }
  to.addRecord('companies', { ...company, ...derived, ...origin })
}

function writeContact(to: CopyText, contact: DemoContact): void {
  to.addRecord('contacts', { ...contact, sortName: sortKey(contact.name), isDemo: true })
}

function writeFacts(
  to: CopyText,
  table: 'contact_facts' | 'company_facts',
  id: string,
  events: readonly DemoEvent[],
): void {
  const f = countFacts(events)
  to.add(
    table,
    id,
    f.orders,
    f.orderAmount,
    f.returns,
    f.returnAmount,
    f.orderAmount - f.returnAmount,
    f.touchpoints,
    timeOrNull(f.firstTouchAt),
    timeOrNull(f.lastTouchAt),
    timeOrNull(f.firstOrderAt),
    timeOrNull(f.lastOrderAt),
  )
}

function writeHandle(to: CopyText, h: DemoHandle): void {
  to.add(
    'handles',
    h.id,
    h.contactId,
    h.kind,
    h.value,
    h.normal,
    h.label,
    h.isPrimary,
    timeOrNull(h.verifiedAt),
    h.source,
    time(h.createdAt),
  )
}

function writeOrder(to: CopyText, o: DemoOrder): void {
  const placed = time(o.placedAt)
  to.add(
    'orders',
    o.id,
    o.number,
    o.contactId,
    o.companyId,
    placed,
    o.currency,
    o.amount,
    o.rate,
    o.baseAmount,
    o.quantity,
    o.status,
    JSON.stringify(o.fields),
    o.source,
    o.number,
    true,
    placed,
    placed,
  )
  for (const [position, { product, quantity, unitAmount, amount }] of o.items.entries()) {
    to.add('order_items', o.id, position + 1, product.sku, product.name, quantity, unitAmount, amount)
  }
}

function writeReturn(to: CopyText, { id, order, returnedAt, amount, baseAmount, quantity, reason }: DemoReturn): void {
  const returned = time(returnedAt)
  to.add(
    'returns',
    id,
    order.number,
    order.id,
    order.contactId,
    order.companyId,
    returned,
    order.currency,
    amount,
    order.rate,
    baseAmount,
    quantity,
    reason,
    order.source,
    `${order.number}-R`,
    true,
    returned,
  )
}

function writeNote(to: CopyText, n: DemoNote): void {
  const created = time(n.createdAt)
  to.add(
    'notes',
    n.id,
    n.contactId,
    n.companyId,
    n.body,
    ids(n.mentionIds),
    n.isPinned,
    n.authorId,
    true,
    created,
    created,
  )
}

function writeTask(to: CopyText, t: DemoTask): void {
  const created = time(t.createdAt)
  const done = timeOrNull(t.doneAt)
  to.add(
    'tasks',
    t.id,
    t.title,
    t.contactId,
    t.assigneeId,
    time(t.dueAt),
    t.createdBy,
    true,
    created,
    done ?? created,
    done,
    done && t.assigneeId,
  )
}

function writeEvent(to: CopyText, e: DemoEvent): void {
  const at = time(e.at)
  to.add(
    'events',
    e.id,
    e.kind,
    e.contactId,
    e.companyId,
    e.channel,
    e.subjectType,
    e.subjectId,
    e.actorId === null ? 'system' : 'member',
    e.actorId,
    at,
    at,
    e.data,
  )
}

function time(at: number): string {
  return new Date(at).toISOString()
}

function timeOrNull(at: number | null): string | null {
  return at === null ? null : time(at)
}

function ids(list: readonly string[]): string {
  return `{${list.join(',')}}`
}
