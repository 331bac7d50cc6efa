import { sortNameOf } from '../../../platform/record/given-name.ts'
import { contactEvents } from '../../customers/contacts/events.ts'
import { searchText } from '../../customers/contacts/public.ts'
import type { Care } from './account.ts'
import type { Diary, Tools } from './diary.ts'
import { complaintEvents, reviewEvents } from './events.ts'
import { makeHandles } from './handles.ts'
import type { DemoContact, DemoHandle } from './life.ts'
import type { Stage } from './lifecycle.ts'
import type { Workplace } from './company.ts'
import type { DemoPerson } from './people.ts'
import { day } from './plan.ts'
import { interests, styles, type TagName } from './shop.ts'

/** The contact itself with its handles and its first event, made when the rest of its life is known. */
export function introduce(
  tools: Tools,
  diary: Diary,
  person: DemoPerson,
  account: Care,
  workplace: Workplace | null,
  stage: Stage,
): { contact: DemoContact; handles: DemoHandle[] } {
  const { random, register } = tools
  const { contactId, createdAt, orders, events } = diary
  const company = workplace?.company ?? null
  const source = account.network ?? drawSource(tools, company !== null, orders.length > 0)
  const handles = makeHandles(tools, diary, person, account, company, source)
  const name = account.network ? handles[0]!.value : person.name
  const primary = (kind: string) => handles.find(handle => handle.kind === kind && handle.isPrimary)?.normal ?? null
  diary.add(createdAt, contactEvents.created({ id: contactId, companyId: company?.id }, { name, source }))
  const hasAddress = !account.network && (orders.length > 0 || random.chance(0.2))
  const { firstName, lastName, timeZone, address } = person
  const { city, country } = address
  const known = { firstName, lastName, timeZone, ...(hasAddress ? address : { city, country }) }
  const contact: DemoContact = {
    id: contactId,
    name,
    sortName: sortNameOf(name),
    searchText: searchText(name, handles),
    jobTitle: workplace ? random.pick(workplace.trade.jobTitles) : null,
    companyId: company?.id ?? null,
    ownerId: account.ownerId,
    teamId: account.teamId,
    lifecycle: stage,
    email: primary('email'),
    phone: primary('phone'),
    language: account.talk.language,
    ...(account.network ? {} : { ...known, birthday: random.chance(0.12) ? drawBirthday(tools) : null }),
    tagIds: drawTags(tools, diary, stage, workplace).map(tag => tools.shop.tags[tag].id),
    fields: account.network ? {} : drawFields(tools, diary, workplace),
    source,
    createdAt,
    updatedAt: events.findLast(contactEvents.changed.is)?.at ?? createdAt,
  }
  if (stage === 'loyal' || stage === 'advocate') register.remember(register.regulars, contactId)
  return { contact, handles }
}

function drawSource({ random }: Tools, isBusiness: boolean, hasBought: boolean): string {
  if (isBusiness) return random.pick(['website', 'trade fair', 'referral', 'outreach'])
  return hasBought ? 'shop' : random.pick(['newsletter', 'chat', 'showroom', 'competition'])
}

function drawBirthday({ random }: Tools): string {
  return new Date(Date.UTC(1945 + random.int(60), 0, 1) + random.int(365) * day).toISOString().slice(0, 10)
}

function drawTags(
  { random }: Tools,
  { orders, events, now }: Diary,
  stage: Stage,
  workplace: Workplace | null,
): TagName[] {
  const spent = orders.reduce((sum, order) => sum + order.baseAmount, 0)
  const tags: TagName[] = []
  if (spent > (workplace ? 2_000_000 : 120_000)) tags.push('VIP')
  if (stage !== 'stranger' && random.chance(0.3)) tags.push('Newsletter')
  if (workplace) tags.push(workplace.trade.industry === 'Interior design' ? 'Interior designer' : 'Wholesale')
  else if (orders.length > 1) tags.push('Loyalty card')
  if (events.some(reviewEvents.posted.is)) tags.push('Reviewer')
  const complaint = events.findLast(({ kind }) => kind.startsWith('complaint.'))
  if (complaint && complaintEvents.received.is(complaint) && now - complaint.at < 60 * day) tags.push('Needs care')
  if (random.chance(0.006)) tags.push('Press')
  if (random.chance(0.04)) tags.push('Open house guest')
  return tags
}

const rooms = ['Living room', 'Bedroom', 'Children’s room', 'Study', 'Kitchen', 'Hallway', 'Terrace', 'Weekend house']

function drawFields(
  { random, register }: Tools,
  { createdAt, now, orders }: Diary,
  workplace: Workplace | null,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  if (random.chance(0.3)) fields['style'] = random.pick(styles)
  if (random.chance(0.25))
    fields['interests'] = interests
      .filter(() => random.chance(0.4))
      .concat(random.pick(interests))
      .filter((interest, at, all) => all.indexOf(interest) === at)
  if (random.chance(0.12))
    fields['showroom_visit'] = new Date(random.between(createdAt, now)).toISOString().slice(0, 10)
  if (workplace) return fields
  if (random.chance(0.18)) fields['room_to_furnish'] = random.pick(rooms)
  if (random.chance(0.15)) fields['household_size'] = 1 + random.int(6)
  if (random.chance(0.06)) fields['gift_card_balance'] = 500 * (1 + random.int(30))
  if (random.chance(0.2)) fields['postal_catalogue'] = random.chance(0.6)
  if (orders.length > 2 && random.chance(0.1))
    fields['home_story'] = `https://www.lumenthread.example/journal/homes/${1000 + random.int(9000)}`
  if (register.regulars.length > 0 && random.chance(0.05)) fields['referred_by'] = random.pick(register.regulars)
  if (register.designers.length > 0 && random.chance(0.03)) fields['furnished_by'] = random.pick(register.designers)
  return fields
}
