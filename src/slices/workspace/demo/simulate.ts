import { foundCompany } from './company.ts'
import { liveLife, type Browsing } from './customer-life.ts'
import { createIds } from './ids.ts'
import type { Household } from './life.ts'
import { Register } from './people.ts'
import { hour } from './plan.ts'
import { Random } from './random.ts'
import type { Shop } from './shop.ts'

/** Share of contacts that work at a company, and how many of them one company has on average. */
const companyShare = 0.17
const colleagueMean = 2.1

/**
 * Every life in the shop's time, household by household. The same plan gives the same lives; `salt` goes into ids only.
 */
export function* simulate(shop: Shop, salt: number): Generator<Household> {
  yield* liveAll(shop, salt, calibrate(shop))
}

function* liveAll(shop: Shop, salt: number, browsing: Browsing): Generator<Household> {
  const { contacts, seed, now } = shop.plan
  const register = new Register()
  const newId = createIds(new Random(salt, seed))
  for (let made = 0, household = 0; made < contacts; household++) {
    const random = new Random(seed, household)
    const tools = { shop, register, random, newId }
    // Growth: the longer the shop is open, the more come.
    const arrivedAt = Math.floor(shop.openedAt + (now - shop.openedAt) * random.next() ** 0.72 * 0.9995)
    if (!random.chance(companyShare / (companyShare + colleagueMean * (1 - companyShare)))) {
      yield { company: null, lives: [liveLife(tools, browsing, arrivedAt, null)], events: [] }
      made++
      continue
    }
    const { workplace, event } = foundCompany(tools, arrivedAt)
    const people = Math.min(contacts - made, 1 + random.poisson(colleagueMean - 1))
    const lives = Array.from({ length: people }, (_, index) =>
      liveLife(tools, browsing, index === 0 ? arrivedAt + hour : Math.floor(random.between(arrivedAt, now)), workplace),
    )
    yield { company: workplace.company, lives, events: [event] }
    made += people
  }
}

/** How much people must look around for the wanted number of events, found out on the first lives. */
function calibrate(shop: Shop): Browsing {
  const sample = Math.min(shop.plan.contacts, 600)
  const some = { ...shop, plan: { ...shop.plan, contacts: sample } }
  const lives = [...liveAll(some, 0, { beforePurchase: 0, otherwise: 0 })].flatMap(household => household.lives)
  const fixed = lives.reduce((sum, { events }) => sum + events.length, 0)
  const orders = lives.reduce((sum, life) => sum + life.orders.length, 0)
  const views = Math.max(0, shop.plan.eventsPerContact - fixed / sample)
  const beforePurchase = Math.min(4, (views * 0.5) / Math.max(0.1, orders / sample))
  return { beforePurchase, otherwise: Math.max(0, views - (beforePurchase * orders) / sample) }
}
