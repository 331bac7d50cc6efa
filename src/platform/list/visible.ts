import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../context.ts'

/**
 * The record rule: whoever is held to `team` sees records that are their own or their teams'. `alias` names the table
 * in the statement that has `owner_id` and `team_id`.
 */
export function isVisible(ctx: Pick<Ctx, 'actor'>, alias: string): RawBuilder<boolean> {
  const { recordRule, memberId, teamIds } = ctx.actor
  if (recordRule === 'all') return sql<boolean>`true`
  const table = sql.raw(alias)
  return sql<boolean>`(${table}.owner_id = ${memberId}::uuid or ${table}.team_id = any(${teamIds}::uuid[]))`
}

export interface Owned {
  ownerId: string | null
  teamId: string | null
}

/** The same rule for a record that has been read already. */
export function mayTouch({ actor }: Pick<Ctx, 'actor'>, record: Owned): boolean {
  if (actor.recordRule === 'all') return true
  return (
    (record.ownerId !== null && record.ownerId === actor.memberId) ||
    (record.teamId !== null && actor.teamIds.includes(record.teamId))
  )
}
