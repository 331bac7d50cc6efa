import { sql } from 'kysely'
import { deleteUnusedUsers, endSessions } from '../../../platform/auth/users.ts'
import { removeEvents } from '../../../platform/events/remove-events.ts'
import { revokeKeysOf } from '../api-keys/public.ts'
import type { DemoPart } from '../demo/public.ts'

/** The demo's staff leaves, but for whoever sends it away; what they owned belongs to nobody. */
export const demo: DemoPart = {
  async remove(tx, { app, workspaceId, actor, now }) {
    const members = await tx
      .selectFrom('members')
      .select(['id', 'userId'])
      .where('workspaceId', '=', workspaceId)
      .where('isDemo', '=', true)
      .where('id', 'is distinct from', actor.memberId)
      .execute()
    const ids = members.map(({ id }) => id)
    const userIds = members.flatMap(({ userId }) => userId ?? [])
    for (const id of ids) await revokeKeysOf(tx, workspaceId, id, now())
    for (const userId of userIds) await endSessions(tx, userId, workspaceId)
    await removeEvents(tx, workspaceId, 'subject', ids)
    return async () => {
      for (const { table, owned } of app.records.filter(kind => kind.owned)) {
        const ownerless = sql`
          update ${sql.table(table)} own set ${sql.ref(owned!.column)} = null
          where own.workspace_id = ${workspaceId} and ${sql.ref(`own.${owned!.column}`)} = any(${ids}::uuid[])`
        await ownerless.execute(tx)
      }
      await sql`delete from members where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx)
      await deleteUnusedUsers(tx, userIds)
      await tx
        .updateTable('members')
        .set({ isDemo: false })
        .where('workspaceId', '=', workspaceId)
        .where('isDemo', '=', true)
        .execute()
    }
  },
}
