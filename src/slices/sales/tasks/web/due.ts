import { addDays, instantAt, timeOfDay } from '../../../../ui/i18n/day-bounds.ts'
import type { Task } from '../schema.ts'

export const dueGroups = ['overdue', 'today', 'week', 'later', 'undated'] as const
export type DueGroup = (typeof dueGroups)[number]

/** When a task presses, in the days of the reader. `dayKey` names the day of an instant. */
export function dueGroup({ dueAt }: Pick<Task, 'dueAt'>, now: Date, dayKey: (at: Date | string) => string): DueGroup {
  if (dueAt === null) return 'undated'
  if (Date.parse(dueAt) < now.getTime()) return 'overdue'
  const today = dayKey(now)
  const due = dayKey(dueAt)
  if (due === today) return 'today'
  return due <= addDays(today, 7) ? 'week' : 'later'
}

/** When a task is due by default, on whichever day. */
export const endOfWork = '17:00'

/**
 * A task that is put on another day keeps its time of day, and is reminded of as long before as it was. On a day whose
 * time has passed already it is due at the end of work, else of the day.
 */
export function putOn(task: Pick<Task, 'dueAt' | 'remindAt'>, day: string | null, now: Date, timeZone: string) {
  if (day === null) return { dueAt: null, remindAt: null }
  const usual = task.dueAt === null ? endOfWork : timeOfDay(task.dueAt, timeZone)
  const candidates = [usual, endOfWork, '23:59'].map(time => instantAt(day, time, timeZone))
  const dueAt = candidates.find(at => Date.parse(at) > now.getTime()) ?? candidates[0]!
  if (task.dueAt === null || task.remindAt === null) return { dueAt, remindAt: task.remindAt && dueAt }
  const lead = Date.parse(task.dueAt) - Date.parse(task.remindAt)
  return { dueAt, remindAt: new Date(Date.parse(dueAt) - lead).toISOString() }
}
