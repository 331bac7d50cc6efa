import { sql } from 'kysely'
import { mentions, needlesOf, readById, type PersonalData } from '../../../platform/personal-data.ts'

/** Events that could not be understood may still tell of somebody. */
const rejections: PersonalData = {
  name: 'rejectedEvents',
  label: { en: 'Events that could not be understood', cs: 'Události, kterým nebylo rozumět' },
  tables: ['collect_rejections'],
  read: (ctx, _ids, person) =>
    readById(
      ctx.db,
      (after, limit) => sql<{ id: string }>`
        select r.id, r.reason, r.body, r.created_at from collect_rejections r
        where r.workspace_id = ${ctx.workspaceId} and r.id > ${after}::uuid and ${mentions(sql`r.body`, needlesOf(person))} order by r.id limit ${limit}`,
    ),
  async count(ctx, _ids, person) {
    const { rows } = await sql<{ deleted: number }>`
      select count(*)::int as deleted from collect_rejections r
      where r.workspace_id = ${ctx.workspaceId} and ${mentions(sql`r.body`, needlesOf(person))}`.execute(ctx.db)
    return rows[0]!
  },
  async erase(tx, ctx, _ids, person) {
    await sql`
      delete from collect_rejections r where r.workspace_id = ${ctx.workspaceId} and ${mentions(sql`r.body`, needlesOf(person))}`.execute(
      tx,
    )
  },
}

export const personalData = [rejections]
