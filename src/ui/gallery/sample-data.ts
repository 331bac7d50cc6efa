export interface SampleContact {
  id: string
  name: string
  company: string
  owner: string
  lifecycle: string
  revenue: number
  lastTouch: string
}

export const people = [
  'Marta Nováková',
  'Jiří Dvořák',
  '佐藤 花子',
  'Aoife O’Sullivan',
  'محمد العلي',
  'Květoslava Příhodová',
  'Łukasz Wiśniewski',
  'Chloë de la Fontaine',
  'Nguyễn Thị Lan',
]
export const companies = ['Šumava Timber', 'Northwind', '青山商事', 'Blue Harbour Coffee', 'Kestrel Analytics']
export const lifecycles = ['lead', 'prospect', 'customer', 'loyal', 'advocate']

/** The same numbers every time, so that pictures can be compared. */
function sequence(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

export function sampleContacts(count: number): SampleContact[] {
  const next = sequence(7)
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!
  return Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    name: pick(people),
    company: pick(companies),
    owner: pick(people),
    lifecycle: pick(lifecycles),
    revenue: Math.floor(next() ** 3 * 900_000),
    lastTouch: new Date(Date.now() - next() ** 2 * 300 * 86_400_000).toISOString(),
  }))
}
