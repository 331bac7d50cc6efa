import { sql, type RawBuilder } from 'kysely'
import { AppError, unsaved } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import { isWithin, type Owned } from '../../kernel/permissions.ts'
import type { RecordDefinition } from '../../kernel/record/record.ts'
import type { Ctx } from '../context.ts'

const words = defineMessages('platform.visible', {
  needsAll:
    'This works on records of everybody, and your role sees only its own and its team’s. Ask an admin of your workspace to do it.',
  unseen: 'You would not see it any more. Make yourself the owner, or give it to one of your teams too.',
})

/** Refuses whoever sees only some records what reads or changes everybody's. */
export function requireAll({ actor }: Pick<Ctx, 'actor'>): void {
  if (actor.recordRule !== 'all') throw new AppError('forbidden', say(words, 'needsAll'))
}

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

/** The same of records of a kind. */
export const visibilityOf = ({ isShared }: Pick<RecordDefinition, 'isShared'>): typeof isVisible =>
  isShared ? () => sql<boolean>`true` : isVisible

/** The same rule for a record that has been read already. */
export const mayTouch = ({ actor }: Pick<Ctx, 'actor'>, record: Owned): boolean => isWithin(actor, record)

/** Refuses what would hide a record from whoever saves it: no answer could show them what was saved. */
export function requireStillSeen(
  ctx: Pick<Ctx, 'actor'>,
  { isShared, columns }: Pick<RecordDefinition, 'isShared' | 'columns'>,
  saved: object,
): void {
  if (isShared || !('ownerId' in columns) || mayTouch(ctx, saved as Owned)) return
  throw unsaved('unprocessable', 'ownerId', say(words, 'unseen'))
}
