import { companyEvents } from '../../customers/companies/events.ts'
import { companySearchText } from '../../customers/companies/public.ts'
import { sortNameOf } from '../../../platform/record/given-name.ts'
import { managerFor } from './account.ts'
import type { Tools } from './diary.ts'
import { demoEvent, type DemoCompany, type DemoEvent } from './life.ts'
import { makePerson, type Employer } from './people.ts'
import { day } from './plan.ts'
import { tiers } from './shop.ts'
import { companyWords, latinWords, trades, type Trade } from './world/company-names.ts'
import { fold } from '../../../kernel/text.ts'

export interface Workplace {
  company: DemoCompany
  employer: Employer
  trade: Trade
}

/** A business customer, as it is known from `createdAt` on. */
export function foundCompany(tools: Tools, createdAt: number): { workplace: Workplace; event: DemoEvent } {
  const { random, register, shop, newId } = tools
  const { country, city, address } = makePerson(random, null)
  const trade = random.weighted(trades)
  const { kinds, words } = companyWords[country.code]
  const kind = kinds[trades.indexOf(trade)]!
  const word = random.pick(words)
  const isKindLast = country.code === 'GB' || country.code === 'US' || country.code === 'JP'
  const name = country.code === 'JP' ? `${word}${kind}` : isKindLast ? `${word} ${kind}` : `${kind} ${word}`
  const slug = fold(latinWords[word] ?? `${kind} ${word}`)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const domain = register.domain(slug)
  const owner = managerFor(shop.staff, country.code, random.int(1000))
  const id = newId(createdAt)
  const [fewest, most] = trade.employees.map(Math.log) as [number, number]
  const employees = Math.round(Math.exp(random.between(fewest, most)))
  const phone = random.chance(0.7) ? (register.phone(random, country)?.normal ?? null) : null
  const company: DemoCompany = {
    id,
    name,
    sortName: sortNameOf(name),
    searchText: companySearchText({ name, domain, phone }),
    domain,
    industry: trade.industry,
    employees,
    phone,
    website: `https://www.${domain}`,
    ...address,
    parentId: register.owners.length > 0 && random.chance(0.05) ? random.pick(register.owners) : null,
    ownerId: owner.id,
    teamId: shop.teams[1]!.id,
    tagIds: [shop.tags[trade.industry === 'Interior design' ? 'Interior designer' : 'Wholesale'].id],
    fields: drawFields(tools, trade),
    source: 'website',
    createdAt,
    updatedAt: createdAt,
  }
  if (company.parentId === null) register.remember(register.owners, id)
  if (trade.industry === 'Interior design') register.remember(register.designers, id)
  const created = companyEvents.created(company, { name, source: 'website' })
  const event = demoEvent(newId(createdAt), createdAt, created, { actorId: owner.id })
  return { workplace: { company, employer: { country, city, domain }, trade }, event }
}

function drawFields({ random, shop }: Tools, trade: Trade): Record<string, unknown> {
  const tier = random.chance(0.12) ? 0 : random.chance(0.35) ? 1 : 2
  const fields: Record<string, unknown> = { account_tier: tiers[tier] }
  if (tier < 2)
    fields['contract_until'] = new Date(shop.plan.now + random.between(-60, 500) * day).toISOString().slice(0, 10)
  if (trade.industry === 'Hotels') fields['rooms'] = 6 + Math.floor(random.exponential(40))
  if (random.chance(0.4)) fields['yearly_budget'] = 50_000 * (1 + random.int(60))
  if (random.chance(0.3)) fields['purchase_orders'] = random.chance(0.7)
  return fields
}
