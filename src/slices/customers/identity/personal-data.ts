import { sql } from 'kysely'
import { defineText } from '../../../kernel/messages.ts'
import type { PersonalData } from '../../../platform/personal-data.ts'

/** What was compared goes; that two contacts were told apart or joined stays, without what it was seen by. */
export const personalData: PersonalData[] = [
  {
    name: 'identity',
    again: true,
    label: defineText('identity.personal-data.comparisonsWithOtherRecords', 'Comparisons with other records'),
    tables: [
      'identity_features',
      'identity_waiting',
      'identity_candidates',
      'identity_decisions',
      'intake_traits',
      'device_people',
    ],
    async *read(ctx, ids) {
      const { rows } = await sql<object>`
        select t.given as told_by_channels from intake_traits t where t.workspace_id = ${ctx.workspaceId}
          and t.contact_id = any(${ids}::uuid[]) order by t.contact_id`.execute(ctx.db)
      yield rows
    },
    async count(ctx, ids) {
      const { rows } = await sql<{ deleted: number; redacted: number }>`
        select (select count(*)::int from identity_candidates where workspace_id = ${ctx.workspaceId} and (a_id = any(${ids}::uuid[]) or b_id = any(${ids}::uuid[])))
          + (select count(*)::int from intake_traits where workspace_id = ${ctx.workspaceId} and contact_id = any(${ids}::uuid[]))
          + (select count(*)::int from identity_features where workspace_id = ${ctx.workspaceId} and contact_id = any(${ids}::uuid[])) as deleted,
          (select count(*)::int from identity_decisions where workspace_id = ${ctx.workspaceId}
          and (a_id = any(${ids}::uuid[]) or b_id = any(${ids}::uuid[]))) as redacted`.execute(ctx.db)
      return rows[0]!
    },
    async erase(ctx, ids) {
      const isTheirs = sql`workspace_id = ${ctx.workspaceId} and contact_id = any(${ids}::uuid[])`
      const pair = sql`workspace_id = ${ctx.workspaceId} and (a_id = any(${ids}::uuid[]) or b_id = any(${ids}::uuid[]))`
      await sql`delete from identity_waiting where ${isTheirs}`.execute(ctx.db)
      await sql`delete from identity_features where ${isTheirs}`.execute(ctx.db)
      await sql`delete from identity_candidates where ${pair}`.execute(ctx.db)
      await sql`update identity_decisions set evidence = '{}' where ${pair} and evidence <> '{}'`.execute(ctx.db)
      await sql`delete from intake_traits where ${isTheirs}`.execute(ctx.db)
      await sql`delete from device_people where workspace_id = ${ctx.workspaceId}
        and (contact_id = any(${ids}::uuid[]) or device_id = any(${ids}::uuid[]))`.execute(ctx.db)
    },
  },
]
