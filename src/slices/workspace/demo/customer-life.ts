import { contactEvents } from '../../customers/contacts/events.ts'
import { care, type Care } from './account.ts'
import { complain, review } from './care.ts'
import type { Workplace } from './company.ts'
import { introduce } from './contact-record.ts'
import { openDiary, type Diary, type Tools } from './diary.ts'
import { leaveTaskOpen, setTask, writeNote } from './desk.ts'
import { atWakingHour, inOfficeHours } from './hours.ts'
import { followStages, type Mark } from './lifecycle.ts'
import type { DemoOrder, Life } from './life.ts'
import { makePerson, type DemoPerson } from './people.ts'
import { day, hour, week } from './plan.ts'
import { consumers, drawPurchases, drawSpender, type PurchaseModel } from './purchases.ts'
import { browse, giveBack, placeOrder } from './selling.ts'
import { aboutOrder, call, exchange } from './talk.ts'
import { products } from './world/catalogue.ts'

type Kind = 'buyer' | 'asker' | 'reader' | 'stranger'

/** How much people look around: page views before a purchase, and for its own sake. */
export interface Browsing {
  beforePurchase: number
  otherwise: number
}

/** The life of one contact from the day it is first heard of until now. */
export function liveLife(tools: Tools, browsing: Browsing, arrivedAt: number, workplace: Workplace | null): Life {
  const { random, shop } = tools
  const { now } = shop.plan
  const person = makePerson(random, workplace?.employer ?? null)
  const offset = person.city.offset ?? person.country.offset
  const firstAt = atWakingHour(random, arrivedAt, offset, now)
  const diary = openDiary(tools, firstAt, workplace?.company.id ?? null)
  const kind = drawKind(tools, workplace !== null)
  const account = care(diary, person, workplace?.company ?? null, kind === 'stranger')
  const self: Self = { diary, person, offset, kind, account, workplace, browsing }
  const marks: Mark[] = []

  const isGuest = kind === 'buyer' && random.chance(0.6)
  const firstOrderAt = isGuest ? firstAt + 1000 : firstAt + Math.floor(random.exponential(16 * day))
  if (kind === 'asker') askAround(self, firstAt + 60_000, 1 + random.poisson(0.8), marks)
  if (kind === 'stranger') exchange(account.talk, firstAt + 1000, 'question', aboutProduct(self))
  if (kind === 'buyer') buyAndComeBack(self, firstOrderAt, marks)
  if (workplace) doBusiness(self, marks)
  lookAround(self, diary.orders.at(-1)?.placedAt ?? null)
  if (random.chance(Math.min(0.25, 60 / shop.plan.contacts))) leaveTaskOpen(diary, openTaskFor(self))

  const { stage, moves } = followStages(kind === 'stranger' ? 'stranger' : 'lead', marks, now)
  for (const { at, from, to } of moves)
    diary.add(at, contactEvents.changed({ ...diary.keys, id: diary.contactId }, { changes: { lifecycle: [from, to] } }))
  const { contact, handles } = introduce(tools, diary, person, account, workplace, stage)
  diary.events.sort((a, b) => a.at - b.at)
  const { orders, returns, notes, tasks, events } = diary
  return { contact, handles, orders, returns, notes, tasks, events }
}

interface Self {
  diary: Diary
  person: DemoPerson
  offset: number
  kind: Kind
  account: Care
  workplace: Workplace | null
  browsing: Browsing
}

function drawKind({ random }: Tools, isBusiness: boolean): Kind {
  const draw = random.next()
  if (isBusiness) return draw < 0.68 ? 'buyer' : 'asker'
  return draw < 0.62 ? 'buyer' : draw < 0.75 ? 'asker' : draw < 0.95 ? 'reader' : 'stranger'
}

function aboutProduct({ diary }: Self) {
  return { product: diary.random.pick(products).short }
}

function askAround(self: Self, from: number, count: number, marks: Mark[]): void {
  const { diary, account, offset, workplace } = self
  for (let at = from, n = 0; n < count && at <= diary.now; n++) {
    exchange(account.talk, at, workplace && diary.random.chance(0.6) ? 'quote' : 'question', aboutProduct(self))
    marks.push({ at, what: 'asked' })
    at = atWakingHour(diary.random, at + diary.random.exponential(40 * day), offset, diary.now)
  }
}

/** The purchases of a life, and what each of them brings with it. */
function buyAndComeBack(self: Self, firstOrderAt: number, marks: Mark[]): void {
  const { diary, offset, person, workplace } = self
  const { random, now } = diary
  if (random.chance(0.14)) askAround(self, diary.createdAt + 1000, 1, marks)
  const weeks = (now - firstOrderAt) / week
  const model: PurchaseModel = workplace ? { r: 1.1, alpha: 1.1 / workplace.trade.pace, a: 0.7, b: 11 } : consumers
  const { repeats, dropout } = drawPurchases(random, model, weeks)
  const buyer = { spender: drawSpender(random), currency: person.country.currency, isBusiness: workplace !== null }
  for (const after of [0, ...repeats]) {
    const about = firstOrderAt + after * week
    const at = after === 0 ? firstOrderAt : atWakingHour(random, about, offset, now)
    const order = placeOrder(diary, buyer, at)
    if (order === null) return
    marks.push({ at, what: 'ordered' })
    browse(diary, at - 40_000, random.poisson(self.browsing.beforePurchase))
    afterPurchase(self, order, dropout, marks)
  }
}

/** Why something comes back that was not at fault. */
const reasons = ['Changed my mind', 'Other colour than expected', 'Too small', 'Unwanted gift']

/** Those who are likely to leave have more go wrong: that is why they leave. */
function afterPurchase(self: Self, order: DemoOrder, dropout: number, marks: Mark[]): void {
  const { diary, account, offset } = self
  const { random, now } = diary
  const later = (days: number) =>
    atWakingHour(random, order.placedAt + random.exponential(days * day) + 12 * hour, offset, now)
  if (random.chance(0.09)) exchange(account.talk, later(4), 'whereIsIt', aboutOrder(order, random))
  const hasFailed = random.chance(0.03 + 0.16 * dropout)
  const outcome = hasFailed ? complain(account.talk, order) : null
  if (hasFailed && random.chance(0.3)) setTask(diary, Math.floor(order.placedAt + 4 * day), account.talk.agentId, order)
  if (outcome === null && random.chance(0.07)) giveBack(diary, order, later(13), random.pick(reasons))
  if (random.chance(outcome === null ? 0.13 : 0.3) && review(account.talk, order, outcome) === 5)
    marks.push({ at: order.placedAt + 30 * day, what: 'praised' })
  if (outcome === null && random.chance(0.035)) exchange(account.talk, later(8), 'thanks', aboutOrder(order, random))
  if (random.chance(0.03))
    writeNote(diary, inOfficeHours(random, order.placedAt + 2 * day), account.talk.agentId, order)
}

/** Between companies people also call, visit, note and plan. */
function doBusiness(self: Self, marks: Mark[]): void {
  const { diary, account } = self
  const { random, now, createdAt } = diary
  const weeks = (now - createdAt) / week
  const anyTime = () => inOfficeHours(random, createdAt + random.next() * (now - createdAt))
  const calls = [
    'Went through the quote; wants the throw in a darker grey.',
    'Delivery agreed for the first week of the month.',
    'Not before the season, call again in March.',
    'Happy with the last delivery. Asked about rugs.',
    'Needs a corrected invoice by Monday.',
    'Wants to see samples; visit arranged.',
  ]
  for (let n = Math.min(40, random.poisson(weeks * 0.06)); n > 0; n--)
    call(account.talk, anyTime(), random.chance(0.6) ? 'outgoing' : 'incoming', random.pick(calls))
  for (let n = Math.min(30, random.poisson(weeks * 0.03)); n > 0; n--) writeNote(diary, anyTime(), account.talk.agentId)
  for (let n = Math.min(30, random.poisson(weeks * 0.03)); n > 0; n--) setTask(diary, anyTime(), account.talk.agentId)
  if (random.chance(0.25)) askAround(self, anyTime(), 1, marks)
}

/** Visits without a purchase. They end some weeks after the last sign of life; a few people keep coming all the time. */
function lookAround({ diary, browsing, offset, kind }: Self, lastOrderAt: number | null): void {
  const { random, now, createdAt } = diary
  const isFan = random.chance(0.02)
  const interest = isFan ? 16 + random.gamma(4, 0.5) : random.gamma(0.7, 1.1)
  const ends =
    isFan || kind === 'reader' || random.chance(0.35)
      ? now
      : Math.min(now, (lastOrderAt ?? createdAt) + random.exponential(70 * day))
  let left = random.poisson(browsing.otherwise * interest)
  while (left > 0) {
    const count = Math.min(left, 1 + random.poisson(1.3))
    browse(diary, atWakingHour(random, random.between(createdAt, ends), offset, now), count)
    left -= count
  }
}

/** The owner of the demo has something to do too. */
function openTaskFor({ diary, account }: Self): string {
  return diary.random.chance(0.3) ? diary.shop.staff[0]!.id : account.talk.agentId
}
