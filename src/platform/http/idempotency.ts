import { createHash } from 'node:crypto'
import { AppError } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import type { Ctx } from '../context.ts'
import { inTransaction } from '../db/database.ts'

const words = defineMessages('platform.idempotency', {
  longKey: 'Idempotency-Key: use at most 200 characters.',
  usedKey: 'This Idempotency-Key was used for another request. Use a new key.',
  stillRunning: 'The first request with this Idempotency-Key is still running. Try again in a moment.',
})

export interface StoredAnswer {
  status: number
  body: string
}

const nobody = '00000000-0000-0000-0000-000000000000'
const staleAfter = 60_000

/**
 * Runs `work` once for an `Idempotency-Key`: the answer is stored in the transaction of its effects, so a repeat gets
 * the same answer; a repeat while the first is still running is a conflict; another body is refused.
 */
export async function once(
  ctx: Ctx,
  key: string,
  fingerprint: string,
  work: (ctx: Ctx) => Promise<StoredAnswer>,
): Promise<StoredAnswer & { isReplay: boolean }> {
  if (key.length > 200) throw new AppError('invalid', say(words, 'longKey'))
  const requestHash = createHash('sha256').update(fingerprint).digest()
  const own = { workspaceId: ctx.workspaceId as string, actorId: ctx.actor.id ?? nobody, key }
  const now = ctx.now()

  const claim = await ctx.db
    .insertInto('idempotencyKeys')
    .values({ ...own, requestHash, claimedAt: now })
    .onConflict(conflict =>
      conflict
        .columns(['workspaceId', 'actorId', 'key'])
        .doUpdateSet(update => ({ claimedAt: update.ref('excluded.claimedAt') }))
        .where('idempotencyKeys.response', 'is', null)
        .where('idempotencyKeys.requestHash', '=', requestHash)
        .where('idempotencyKeys.claimedAt', '<', new Date(now.getTime() - staleAfter)),
    )
    .returning('key')
    .executeTakeFirst()

  if (claim === undefined) {
    const known = await ctx.db
      .selectFrom('idempotencyKeys')
      .select(['requestHash', 'status', 'response'])
      .where(row => row.and(own))
      .executeTakeFirst()
    if (known && !known.requestHash.equals(requestHash)) {
      throw new AppError('unprocessable', say(words, 'usedKey'))
    }
    if (known?.response == null) throw new AppError('conflict', say(words, 'stillRunning'))
    return { status: known.status!, body: known.response, isReplay: true }
  }

  try {
    return await inTransaction(ctx, async ctx => {
      const answer = await work(ctx)
      await ctx.db
        .updateTable('idempotencyKeys')
        .set({ status: answer.status, response: answer.body })
        .where(row => row.and(own))
        .execute()
      return { ...answer, isReplay: false }
    })
  } catch (error) {
    await ctx.db
      .deleteFrom('idempotencyKeys')
      .where(row => row.and(own))
      .where('response', 'is', null)
      .execute()
    throw error
  }
}
