export interface Plan {
  contacts: number
  months: number
  seed: number
  now: number
  /** How many events a contact has on average. */
  eventsPerContact: number
}

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
export const week = 7 * day
export const month = 30.4375 * day

export function startOf(plan: Plan): number {
  return plan.now - plan.months * month
}
