import { sql } from 'kysely'
import { audit } from '../../../../platform/audit/audit.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { endSessions } from '../../../../platform/auth/users.ts'
import { inTransaction } from '../../../../platform/db/database.ts'
import { tellLive } from '../../../../platform/events/live.ts'
import { record } from '../../../../platform/events/record.ts'
import { refold } from '../../../customers/facts/public.ts'
import { discardFile } from '../../../customers/files/public.ts'
import { unmergeContacts } from '../../../customers/merges/public.ts'
import { revokeKeysOf } from '../../api-keys/public.ts'
import { demoEvents } from '../events.ts'
import type { Removed } from '../schema.ts'
import * as store from '../store.ts'

/**
 * Removes the demo company at one go, or nothing of it. The caller stays, with whatever is not demo; what of it pointed
 * at demo records points at nothing. Takes as long as it takes, a large demo some minutes.
 */
export async function removeDemo(ctx: Ctx): Promise<Removed> {
  const { workspaceId } = ctx
  return inTransaction(ctx.db, async tx => {
    await sql`select set_config('statement_timeout', '0', true)`.execute(tx)
    if (!(await store.lockDemo(tx, workspaceId))) return nothing
    const now = ctx.now()
    const members = await store.listDemoMembers(tx, workspaceId, ctx.actor.memberId)
    const memberIds = members.map(member => member.id)
    const userIds = members.flatMap(member => member.userId ?? [])
    for (const id of memberIds) await revokeKeysOf(tx, workspaceId, id, now)
    for (const userId of userIds) await endSessions(tx, userId, workspaceId)

    const affected = await store.findAffected(tx, workspaceId)
    await unmergeContacts(tx, ctx, await store.findMixedMerges(tx, workspaceId))
    await store.deleteEvents(tx, workspaceId, memberIds)
    await store.detachRecords(tx, workspaceId)
    for (const fileId of await store.listDemoFiles(tx, workspaceId)) await discardFile(tx, workspaceId, fileId)
    const { files: _, ...records } = await store.deleteRecords(tx, workspaceId)
    await store.recountMerges(tx, workspaceId, affected.contactIds)
    await refold(tx, 'contact', workspaceId, affected.contactIds)
    await refold(tx, 'company', workspaceId, affected.companyIds)
    await store.deleteMembers(tx, workspaceId, memberIds)
    await store.deleteUsers(tx, userIds)
    await store.settleVocabulary(tx, workspaceId)
    await store.endDemo(tx, workspaceId)

    const removed = { ...records, members: memberIds.length }
    await record(tx, ctx, [demoEvents.removed(null, removed)])
    await audit(tx, ctx, { action: 'demo.removed', detail: removed })
    await tellLive(tx, { workspaceId, kinds: ['demo.removed'], ids: [] })
    return removed
  })
}

const nothing: Removed = { contacts: 0, companies: 0, orders: 0, returns: 0, notes: 0, tasks: 0, members: 0 }
