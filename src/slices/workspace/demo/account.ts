import type { HandleKind } from '../../customers/contacts/schema.ts'
import type { Diary } from './diary.ts'
import type { DemoCompany } from './life.ts'
import type { DemoPerson } from './people.ts'
import type { Staff } from './shop.ts'
import type { Talk } from './talk.ts'

/** Who looks after a contact, and how the two talk. */
export interface Care {
  ownerId: string | null
  teamId: string
  talk: Talk
  /** Where a stranger is known from; null for those who told their name. */
  network: HandleKind | null
}

export function care(diary: Diary, { country }: DemoPerson, company: DemoCompany | null, isStranger: boolean): Care {
  const { random, shop } = diary
  const language = random.chance(0.93) ? country.language : 'en'
  if (company) {
    const talk = { diary, language, channel: 'email', agentId: company.ownerId }
    return { ownerId: company.ownerId, teamId: company.teamId, talk, network: null }
  }
  const agentId = agentFor(shop.staff, country.code, random.int(1000)).id
  const network = isStranger ? random.pick(['instagram', 'facebook', 'telegram', 'x'] as const) : null
  const channel = network ?? (random.chance(0.6) ? 'email' : 'chat')
  const team = shop.teams[network ? 2 : 0]!
  return {
    ownerId: network || random.chance(0.5) ? null : agentId,
    teamId: team.id,
    talk: { diary, language, channel, agentId },
    network,
  }
}

/** Who speaks with customers of a country, by their place in the staff; the others take turns with the rest. */
const agents: Record<string, number> = { JP: 6, UA: 11, FR: 5, ES: 5, PL: 4 }
const turns = [3, 3, 3, 2, 4, 5]
const managers: Record<string, number> = { DE: 8, AT: 8, GB: 9, US: 9 }

function agentFor(staff: Staff[], country: string, lot: number): Staff {
  return staff[agents[country] ?? turns[lot % turns.length]!]!
}

/** The account manager of a company. */
export function managerFor(staff: Staff[], country: string, lot: number): Staff {
  return staff[lot % 10 === 0 ? 0 : (managers[country] ?? 7)]!
}
