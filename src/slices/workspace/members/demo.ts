import { sql } from 'kysely'
import { deleteUnusedUsers, endSessions } from '../../../platform/auth/users.ts'
import { removeEvents } from '../../../platform/events/remove-events.ts'
import { revokeKeysOf } from '../api-keys/public.ts'
import type { DemoPart } from '../demo/public.ts'

/** The demo's staff leaves, but for whoever sends it away; what they owned belongs to nobody. */
export const demo: DemoPart = {
  async remove({ db, app, workspaceId, actor, now }) {
    const members = await db
      .selectFrom('members')
      .select(['id', 'userId'])
      .where('workspaceId', '=', workspaceId)
      .where('isDemo', '=', true)
      .where('id', 'is distinct from', actor.memberId)
      .execute()
    const ids = members.map(({ id }) => id)
    const userIds = members.flatMap(({ userId }) => userId ?? [])
    for (const id of ids) await revokeKeysOf({ db, workspaceId }, id, now())
    for (const userId of userIds) await endSessions(db, userId, workspaceId)
    await removeEvents({ db, workspaceId }, 'subject', ids)
    return async () => {
      for (const { table, owned } of app.records.filter(kind => kind.owned)) {
        const ownerless = sql`
          update ${sql.table(table)} own set ${sql.ref(owned!.column)} = null
          where own.workspace_id = ${workspaceId} and ${sql.ref(`own.${owned!.column}`)} = any(${ids}::uuid[])`
        await ownerless.execute(db)
      }
      await sql`delete from members where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(db)
      await deleteUnusedUsers(db, userIds)
      await db
        .updateTable('members')
        .set({ isDemo: false })
        .where('workspaceId', '=', workspaceId)
        .where('isDemo', '=', true)
        .execute()
    }
  },
}
