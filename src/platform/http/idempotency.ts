import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '../../kernel/errors.ts'
import { defineMessages, say } from '../../kernel/messages.ts'
import type { Ctx } from '../context.ts'
import { inTransaction } from '../db/database.ts'
import { deleteRows, findRow, insertRow, updateRows } from '../db/row.ts'

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
  const own = { actorId: ctx.actor.id ?? nobody, key }
  const now = ctx.now()

  const orStale = sql`on conflict (workspace_id, actor_id, key) do update set claimed_at = excluded.claimed_at
    where idempotency_keys.response is null and idempotency_keys.request_hash = excluded.request_hash
      and idempotency_keys.claimed_at < ${new Date(now.getTime() - staleAfter)}`
  const isClaimed = await insertRow(ctx, 'idempotencyKeys', { ...own, requestHash, claimedAt: now }, orStale)

  if (!isClaimed) {
    const known = await findRow(ctx, 'idempotencyKeys', ['requestHash', 'status', 'response'], own)
    if (known && !known.requestHash.equals(requestHash)) {
      throw new AppError('unprocessable', say(words, 'usedKey'))
    }
    if (known?.response == null) throw new AppError('conflict', say(words, 'stillRunning'))
    return { status: known.status!, body: known.response, isReplay: true }
  }

  try {
    return await inTransaction(ctx, async ctx => {
      const answer = await work(ctx)
      await updateRows(ctx, 'idempotencyKeys', own, { status: answer.status, response: answer.body })
      return { ...answer, isReplay: false }
    })
  } catch (error) {
    await deleteRows(ctx, 'idempotencyKeys', { ...own, response: null })
    throw error
  }
}
