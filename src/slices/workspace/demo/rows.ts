import { companyRecord } from '../../customers/companies/record.ts'
import { contactRecord, handleRecord } from '../../customers/contacts/record.ts'
import { noteRecord } from '../../customers/notes/record.ts'
import { orderItemRecord, orderRecord, returnRecord } from '../../customers/orders/record.ts'
import { taskRecord } from '../../sales/tasks/record.ts'
import type { CopyText } from './copy-text.ts'
import { countFacts } from './facts.ts'
import type { DemoEvent, DemoOrder, Household } from './life.ts'
import type { Shop } from './shop.ts'
import { euroRates } from './world/countries.ts'
import { shopName } from './world/staff.ts'

export function writeShop(to: CopyText, shop: Shop, ownerUserId: string): void {
  const { plan, staff, teams, tags, fields } = shop
  const createdAt = time(shop.openedAt)
  const made = { isDemo: true, createdAt }
  const place = { country: 'CZ', currency: 'EUR', timeZone: 'Europe/Prague', locale: 'en' }
  to.add('workspaces', { name: shopName, ...place, ...made })
  for (const [index, { teams: _, ...member }] of staff.entries())
    to.add('members', { userId: index === 0 ? ownerUserId : null, ...member, updatedAt: createdAt, ...made })
  for (const team of teams) to.add('teams', { ...team, ...made })
  for (const { id, teams: places } of staff)
    for (const place of places) to.add('team_members', { teamId: teams[place]!.id, memberId: id })
  for (const tag of Object.values(tags)) to.add('tags', { ...tag, ...made })
  for (const [position, { options, ...field }] of fields.entries()) {
    const currency = field.type === 'money' ? 'EUR' : null
    to.add('fields', { ...field, options: JSON.stringify(options), currency, position, ...made })
  }
  for (const [currency, rate] of Object.entries(euroRates))
    if (currency !== 'EUR') to.add('exchange_rates', { currency, rate, updatedAt: time(plan.now) })
}

export function writeHousehold(to: CopyText, { company, lives, events }: Household): void {
  if (company) {
    const all = [...events, ...lives.flatMap(life => life.events)]
    to.addRecord(companyRecord, company)
    to.add('company_facts', { companyId: company.id, ...countFacts(all) })
  }
  for (const event of events) writeEvent(to, event)
  for (const life of lives) {
    to.addRecord(contactRecord, life.contact)
    to.add('contact_facts', { contactId: life.contact.id, ...countFacts(life.events) })
    for (const handle of life.handles) to.addRecord(handleRecord, handle)
    for (const order of life.orders) writeOrder(to, order)
    for (const returned of life.returns) to.addRecord(returnRecord, returned)
    for (const note of life.notes) to.addRecord(noteRecord, note)
    for (const task of life.tasks) to.addRecord(taskRecord, task)
    for (const event of life.events) writeEvent(to, event)
  }
}

function writeOrder(to: CopyText, order: DemoOrder): void {
  to.addRecord(orderRecord, order)
  for (const [index, { product, ...item }] of order.items.entries()) {
    const { sku, name } = product
    to.addRecord(orderItemRecord, { orderId: order.id, position: index + 1, sku, name, ...item })
  }
}

/** Nine rows of ten are events: these are not spread. */
function writeEvent(to: CopyText, event: DemoEvent): void {
  const { id, kind, contactId, companyId, channel, subjectType, subjectId, linkedId, actorId, data } = event
  const of = { id, kind, contactId, companyId, channel, subjectType, subjectId, linkedId }
  const recordedAt = time(event.at)
  const actorKind = actorId === null ? 'system' : 'member'
  to.add('events', Object.assign(of, { actorKind, actorId, occurredAt: recordedAt, recordedAt, data }))
}

function time(at: number): string {
  return new Date(at).toISOString()
}
