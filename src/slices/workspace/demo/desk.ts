import { noteEvents } from '../../customers/notes/events.ts'
import { taskEvents } from '../../sales/tasks/events.ts'
import { day, hour } from './plan.ts'
import type { Diary } from './diary.ts'
import type { DemoOrder } from './life.ts'
import { inOfficeHours } from './hours.ts'
import { colleagues } from './world/staff.ts'

/** What staff note down and set themselves to do. Written in the company's working language. */
const consumerNotes = [
  'Furnishing a new flat, room by room. Living room next.',
  'Prefers the showroom pick-up, works around the corner.',
  'Sensitive to wool, offer linen and cotton only.',
  'Asked to be told when the dark green range arrives.',
  'Has our very first table lamp from 2014 and still loves it.',
  'Very patient when the courier lost the parcel. Be generous next time.',
  'Gives lamps as wedding presents. Offer gift wrapping.',
  'Wrote about us in her blog, the picture hangs in the office.',
]
const businessNotes = [
  'Refit planned for the spring, 24 rooms. Decision by the owner and her brother.',
  'Net 30 days, purchase order number on every invoice.',
  'Compared us with two larger suppliers; price was not the point, the delivery date was.',
  'Second house opens next year. Keep samples of Harbour and Skein ready.',
  'Likes to talk on Tuesday mornings, hates long mails.',
  'Maintenance asks for spare shades. Add five to the next order.',
  'Guests keep asking where the lamps are from. Offered cards with a code for the rooms.',
]
const mentions = [
  'could you call them before Friday?',
  'please check the invoice address.',
  'this one is yours, they asked for you.',
  'can we keep the stock until the end of the month?',
]
const consumerTasks = [
  'Call back about the flickering lamp',
  'Send linen samples',
  'Check where the parcel is',
  'Thank for the review',
  'Offer a replacement shade',
]
const businessTasks = [
  'Send the quote',
  'Follow up on the quote',
  'Prepare samples for the visit',
  'Agree the delivery date',
  'Renew the yearly contract',
  'Invite to the open house',
  'Check in after the delivery',
]

export function writeNote(diary: Diary, at: number, authorId: string, order?: DemoOrder): void {
  const { random, contactId, companyId, shop } = diary
  const text = random.pick(companyId ? businessNotes : consumerNotes)
  const mentioned = random.chance(0.16) ? shop.staff[random.int(colleagues.length)]! : null
  const body = mentioned ? `${text} @[${mentioned.name}](member:${mentioned.id}), ${random.pick(mentions)}` : text
  const excerpt = body.replace(/@\[([^\]]+)\]\([^)]+\)/, '@$1')
  const id = diary.newId(at)
  const on = writtenOn(order)
  const added = noteEvents.added({ id, ...diary.keys, ...on, contactCompanyId: null }, { noteId: id, excerpt })
  const isKept = diary.add(at, added, { actorId: authorId })
  if (!isKept) return
  const mentionIds = mentioned ? [mentioned.id] : []
  const isPinned = random.chance(0.06)
  diary.notes.push({ id, contactId, ...on, body, mentionIds, isPinned, authorId, createdAt: at, updatedAt: at })
}

/** The order that something is written on, if it is about one. */
function writtenOn(order: DemoOrder | undefined) {
  return order && { subjectKind: 'order', subjectId: order.id }
}

/** A task made at `at`, soon due, sooner where an order is meant; done in time or a little late once its day has passed. */
export function setTask(diary: Diary, at: number, assigneeId: string, order?: DemoOrder): void {
  const { random, now } = diary
  const dueAt = inOfficeHours(random, at + random.between(0.3, 1) * (order ? 4 : 10) * day)
  const doneAt = inOfficeHours(random, dueAt + random.normal() * day)
  putTask(diary, at, assigneeId, dueAt, dueAt < now && doneAt > at ? doneAt : null, order)
}

/** Something still to be done: overdue, due later today, or in the next two weeks. */
export function leaveTaskOpen(diary: Diary, assigneeId: string): void {
  const { random, now, createdAt, companyId, orders } = diary
  const draw = random.next()
  const dueAt =
    draw < 0.2
      ? now - random.between(0.4, 5) * day
      : draw < 0.4
        ? now + random.between(0.5, 6) * hour
        : now + random.between(1, 14) * day
  const at = Math.min(now - random.between(0.2, 3) * hour, dueAt - random.between(1, 9) * day)
  const madeAt = Math.floor(Math.min(now, Math.max(createdAt + hour, at)))
  putTask(diary, madeAt, assigneeId, dueAt, null, companyId ? undefined : orders.at(-1))
}

function putTask(diary: Diary, at: number, assigneeId: string, due: number, done: number | null, order?: DemoOrder) {
  const { contactId, companyId, random } = diary
  const title = random.pick(companyId && !order ? businessTasks : consumerTasks)
  const id = diary.newId(at)
  const dueAt = Math.round(due / (15 * 60_000)) * 15 * 60_000
  const by = { actorId: assigneeId }
  const on = writtenOn(order)
  const about = { id, ...diary.keys, ...on, contactCompanyId: null }
  const data = { title, assigneeId, dueAt: new Date(dueAt).toISOString() }
  if (!diary.add(at, taskEvents.created(about, data), by)) return
  const isDone = done !== null && diary.add(done, taskEvents.completed(about, { title }), by)
  const ended = isDone ? { updatedAt: done, doneAt: done, doneBy: assigneeId } : { updatedAt: at }
  const createdBy = assigneeId
  diary.tasks.push({ id, title, contactId, ...on, assigneeId, dueAt, createdBy, createdAt: at, ...ended })
}
