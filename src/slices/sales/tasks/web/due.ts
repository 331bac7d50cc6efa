import { addDays } from '../../../../ui/i18n/day-bounds.ts'
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
