/** Roles from least to most powerful; each may do all that those before it may. */
export const roles = ['member', 'manager', 'admin', 'owner'] as const
export type Role = (typeof roles)[number]

/** A right such as `contacts:read`. Slices declare theirs in their manifest with the least role that holds it. */
export type Permission = `${string}:${string}`

/**
 * Who may call an endpoint: `public` anyone, `session` whoever is signed in, `workspace` any member of the workspace or
 * API key, else the permission itself.
 */
export type Access = 'public' | 'session' | 'workspace' | Permission

/** Which records a role sees: all of them, or only its own and its teams'. */
export const recordRules = ['all', 'team'] as const
export type RecordRule = (typeof recordRules)[number]

/** Whose a record is. */
export interface Owned {
  ownerId: string | null
  teamId: string | null
}

/** Whether a record is of those that somebody may touch. */
export function isWithin(
  { recordRule, memberId, teamIds }: { recordRule: RecordRule; memberId: string | null; teamIds: readonly string[] },
  { ownerId, teamId }: Owned,
): boolean {
  if (recordRule === 'all') return true
  return (ownerId !== null && ownerId === memberId) || (teamId !== null && teamIds.includes(teamId))
}

export function isAtLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least)
}
