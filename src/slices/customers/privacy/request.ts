import { AppError } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { dayIn } from '../../../kernel/time.ts'

const words = defineMessages('privacy.request', {
  notNow: 'This cannot be done with the request as it stands now. Nothing was changed.',
  extendedAlready: 'The deadline was extended already; the law allows it once. Nothing was changed.',
  identityFirst: 'First note how it was made sure who asks. Nothing was changed.',
})

export const requestKinds = ['access', 'erasure', 'rectification', 'restriction', 'objection'] as const
export type RequestKind = (typeof requestKinds)[number]

/** `received` until it is sure who asks, `identified` while it is worked on, then one of three ends. */
export const requestStatuses = ['received', 'identified', 'done', 'refused', 'withdrawn'] as const
export type RequestStatus = (typeof requestStatuses)[number]

/** What people do with a request; the export and the erasure add steps of their own. */
export const stepNames = ['identified', 'extended', 'noted', 'completed', 'refused', 'withdrawn', 'reopened'] as const
export type StepName = (typeof stepNames)[number]

export const answerDays = 30
export const extensionDays = 60
const dayMs = 24 * 3600_000

export interface RequestState {
  status: RequestStatus
  receivedAt: Date
  dueAt: Date
  extendedAt: Date | null
}

const open: readonly RequestStatus[] = ['received', 'identified']
const closed: readonly RequestStatus[] = ['done', 'refused', 'withdrawn']

/** In which states each step can be taken, and which one it leads to, if another. */
const steps: Record<StepName, { from: readonly RequestStatus[]; to?: RequestStatus }> = {
  identified: { from: ['received'], to: 'identified' },
  extended: { from: open },
  noted: { from: requestStatuses },
  completed: { from: ['identified'], to: 'done' },
  refused: { from: open, to: 'refused' },
  withdrawn: { from: open, to: 'withdrawn' },
  reopened: { from: closed, to: 'identified' },
}

export function isOpen(status: RequestStatus): boolean {
  return open.includes(status)
}

/** The steps that a request in this state can take. */
export function possibleSteps({ status, extendedAt }: Pick<RequestState, 'status' | 'extendedAt'>): StepName[] {
  return stepNames.filter(name => steps[name].from.includes(status) && !(name === 'extended' && extendedAt))
}

/** The request after a step; refuses one that does not follow. */
export function takeStep(request: RequestState, name: StepName, now: Date, timeZone: string): RequestState {
  if (!possibleSteps(request).includes(name)) {
    if (name === 'extended' && request.extendedAt !== null)
      throw new AppError('conflict', say(words, 'extendedAlready'))
    if (name === 'completed' && request.status === 'received')
      throw new AppError('conflict', say(words, 'identityFirst'))
    throw new AppError('conflict', say(words, 'notNow'), { status: request.status })
  }
  if (name === 'extended') {
    const dueAt = endOfDay(new Date(request.dueAt.getTime() + extensionDays * dayMs), timeZone)
    return { ...request, dueAt, extendedAt: now }
  }
  return { ...request, status: steps[name].to ?? request.status }
}

/** The end of the last day on which a request can be answered, in the time zone of the workspace. */
export function dueAfter(receivedAt: Date, timeZone: string): Date {
  return endOfDay(new Date(receivedAt.getTime() + answerDays * dayMs), timeZone)
}

/** The last millisecond of the calendar day that it is at `time` in `timeZone`. */
export function endOfDay(time: Date, timeZone: string): Date {
  const day = dayIn(time, timeZone)
  let [inside, outside] = [time.getTime(), time.getTime() + 26 * 3600_000]
  while (outside - inside > 1) {
    const middle = Math.floor((inside + outside) / 2)
    if (dayIn(new Date(middle), timeZone) === day) inside = middle
    else outside = middle
  }
  return new Date(inside)
}
