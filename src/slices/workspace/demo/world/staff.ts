import type { Role } from '../../../../kernel/permissions.ts'

export const shopName = 'Lumen & Thread (demo)'
export const mailHost = 'lumenthread.example'
export const ownerAddress = `demo@${mailHost}`
export const teamNames = ['Customer care', 'Business customers', 'Marketing and community'] as const

export interface Colleague {
  name: string
  role: Role
  jobTitle: string
  /** Of `teamNames`. */
  teams: number[]
  locale: string | null
}

/** The first is the owner, whom the demo sign-in signs in. */
export const colleagues: Colleague[] = [
  { name: 'Eliška Morávková', role: 'owner', jobTitle: 'Founder', teams: [1], locale: null },
  { name: 'Tom Becker', role: 'admin', jobTitle: 'Operations', teams: [0, 1, 2], locale: null },
  { name: 'Priya Nair', role: 'manager', jobTitle: 'Head of customer care', teams: [0], locale: null },
  { name: 'Jana Horká', role: 'member', jobTitle: 'Customer care', teams: [0], locale: 'cs' },
  { name: 'Mateusz Zieliński', role: 'member', jobTitle: 'Customer care', teams: [0], locale: null },
  { name: 'Amélie Garnier', role: 'member', jobTitle: 'Customer care', teams: [0], locale: null },
  { name: '中野 彩', role: 'member', jobTitle: 'Customer care, Japan', teams: [0], locale: null },
  { name: 'Ondřej Kubát', role: 'manager', jobTitle: 'Head of business customers', teams: [1], locale: 'cs' },
  { name: 'Lena Hofmann', role: 'member', jobTitle: 'Account manager, DACH', teams: [1], locale: null },
  { name: 'Dylan Hughes', role: 'member', jobTitle: 'Account manager, UK and US', teams: [1], locale: null },
  { name: 'Inés Cortés', role: 'manager', jobTitle: 'Head of marketing', teams: [2], locale: null },
  { name: 'Соломія Левицька', role: 'member', jobTitle: 'Community', teams: [2], locale: null },
]
