/** Kinds of data with a term of their own, each with the days that are proposed. */
export const retentionKinds = ['anonymous', 'leads', 'submissions', 'notes', 'mail', 'notifications', 'reads'] as const
export type RetentionKind = (typeof retentionKinds)[number]

export const proposedDays: Record<RetentionKind, number> = {
  anonymous: 395,
  leads: 1095,
  submissions: 365,
  notes: 1825,
  mail: 365,
  notifications: 180,
  reads: 1095,
}
