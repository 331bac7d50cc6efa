import { sql } from 'kysely'
import { deleteUnusedUsers, endSessions } from '../../../platform/auth/users.ts'
import { deleteRows, findRows, updateRows, type Table } from '../../../platform/db/row.ts'
import { removeEvents } from '../../../platform/events/remove-events.ts'
import { revokeKeysOf } from '../api-keys/public.ts'
import type { DemoPart } from '../demo/public.ts'

/** The demo's staff leaves, but for whoever sends it away; what they owned belongs to nobody. */
export const demo: DemoPart = {
  async remove(ctx) {
    const { db, app, workspaceId } = ctx
    const isOther = sql`and id is distinct from ${ctx.actor.memberId}::uuid`
    const members = await findRows(ctx, 'members', ['id', 'userId'], { isDemo: true }, isOther)
    const ids = members.map(({ id }) => id)
    const userIds = members.flatMap(({ userId }) => userId ?? [])
    for (const id of ids) await revokeKeysOf(ctx, id, ctx.now())
    for (const userId of userIds) await endSessions(db, userId, workspaceId)
    await removeEvents(ctx, 'subject', ids)
    return async () => {
      for (const { table, owned } of app.records.filter(kind => kind.owned))
        await updateRows(ctx, table as Table, { [owned!.column]: ids } as object, { [owned!.column]: null } as object)
      await deleteRows(ctx, 'members', { id: ids })
      await deleteUnusedUsers(db, userIds)
      await updateRows(ctx, 'members', { isDemo: true }, { isDemo: false })
    }
  },
}
