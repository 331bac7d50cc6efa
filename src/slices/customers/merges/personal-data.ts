import { sql } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import { personalRows, readById, type PersonalData } from '../../../platform/personal-data.ts'
import { dropMergeValues } from '../contacts/public.ts'

const words = defineMessages('merges.personal-data', {
  recordsThatWereMerged: 'Records that were merged',
  addressesToConfirm: 'Addresses to confirm',
})

const merges: PersonalData = {
  name: 'merges',
  label: say(words, 'recordsThatWereMerged'),
  tables: ['merges', 'merge_values'],
  read: (ctx, ids) =>
    readById(
      ctx.db,
      (after, limit) => sql<{ id: string }>`
        select m.id, m.survivor_id, m.merged_id, m.how, m.evidence, m.created_at, m.undone_at from merges m
        where m.workspace_id = ${ctx.workspaceId} and m.survivor_id = any(${ids}::uuid[]) and m.merged_id = any(${ids}::uuid[]) and m.id > ${after}::uuid
        order by m.id limit ${limit}`,
    ),
  async count(ctx, ids) {
    const { rows } = await sql<{ redacted: number }>`
      select count(*)::int as redacted from merges
      where workspace_id = ${ctx.workspaceId}
      and (survivor_id = any(${ids}::uuid[]) or merged_id = any(${ids}::uuid[]))`.execute(ctx.db)
    return { redacted: rows[0]!.redacted, why: 'counts' }
  },
  async erase(tx, ctx, ids) {
    await sql`
      update merges set evidence = '{}', choices = '{}'
      where workspace_id = ${ctx.workspaceId}
      and (survivor_id = any(${ids}::uuid[]) or merged_id = any(${ids}::uuid[]))`.execute(tx)
    await dropMergeValues(tx, ctx.workspaceId, ids)
  },
}

const claims: PersonalData = {
  name: 'claims',
  label: say(words, 'addressesToConfirm'),
  tables: ['claims'],
  ...personalRows({
    from: 'claims c',
    columns: 'c.kind, c.value, c.created_at, c.expires_at, c.confirmed_at',
    effect: 'deleted',
  }),
}

export const personalData = [merges, claims]
