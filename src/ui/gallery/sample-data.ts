export interface SampleContact {
  id: string
  name: string
  email: string
  company: string
  owner: string
  tags: string[]
  lifecycle: string
  orders: number
  revenue: number
  valence: number
  lastTouch: string
  newsletter: boolean
}

const people = [
  'Marta Nováková',
  'Jiří Dvořák',
  '佐藤 花子',
  'Aoife O’Sullivan',
  'محمد العلي',
  'Květoslava Příhodová',
  'Łukasz Wiśniewski',
  '田中 太郎',
  'Björn Åkesson',
  'Nguyễn Thị Lan',
  'Chloë de la Fontaine',
  'Zoë Brown',
]
const companies = [
  'Šumava Timber',
  'Northwind',
  '青山商事',
  'Blue Harbour Coffee',
  'Řemeslo & syn',
  'Kestrel Analytics',
]
const owners = ['Jana Horká', 'Tom Becker', 'Priya Nair']
const tags = ['vip', 'wholesale', 'newsletter', 'at risk', 'referrer', 'věrnostní']
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
  return Array.from({ length: count }, (_, index) => {
    const name = pick(people)
    return {
      id: String(index + 1),
      name,
      email: `${['marta', 'jiri', 'hanako', 'aoife', 'lan', 'zoe'][index % 6]}.${index + 1}@example.com`,
      company: pick(companies),
      owner: pick(owners),
      tags: tags.filter(() => next() < 0.22),
      lifecycle: pick(lifecycles),
      orders: Math.floor(next() * 40),
      revenue: Math.floor(next() ** 3 * 900_000),
      valence: Math.round((next() * 2 - 1) * 100) / 100,
      lastTouch: new Date(Date.now() - next() ** 2 * 300 * 86_400_000).toISOString(),
      newsletter: next() < 0.5,
    }
  })
}

export interface SampleEvent {
  id: string
  at: string
  kind: 'chat' | 'order' | 'complaint' | 'survey' | 'merge' | 'email'
  title: string
  body?: string
  amount?: number
  valence?: number
}

const events: Omit<SampleEvent, 'id' | 'at'>[] = [
  {
    kind: 'chat',
    title: '“Where is my order?”',
    valence: -0.4,
    body: 'It said Tuesday, now it is Friday. I need it for a birthday.',
  },
  { kind: 'order', title: 'Order #10231', amount: 8400 },
  {
    kind: 'complaint',
    title: 'Complaint: late delivery',
    body: 'Refunded 10 € and sent an apology; answered satisfied.',
    valence: 0.3,
  },
  { kind: 'survey', title: 'Survey NPS 9', body: '“fast and kind”', valence: 0.7 },
  { kind: 'merge', title: 'Joined with marta.n@example.com' },
  {
    kind: 'email',
    title: 'Re: ご注文について',
    body: 'お世話になっております。商品は無事に届きました。ありがとうございます。',
  },
]

export function sampleEvents(count: number): SampleEvent[] {
  const next = sequence(11)
  let at = Date.now() - 1_800_000
  return Array.from({ length: count }, (_, index) => {
    at -= next() * 22 * 3_600_000
    return { ...events[Math.floor(next() * events.length)]!, id: String(index), at: new Date(at).toISOString() }
  })
}
