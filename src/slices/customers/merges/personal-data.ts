import { sql, type RawBuilder } from 'kysely'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import { personalRows, type PersonalData } from '../../../platform/personal-data.ts'
import { dropMergeValues } from '../contacts/public.ts'

const words = defineMessages('merges.personal-data', {
  recordsThatWereMerged: 'Records that were merged',
  addressesToConfirm: 'Addresses to confirm',
})

function isOfEither({ workspaceId }: Pick<Ctx, 'workspaceId'>, ids: string[]): RawBuilder<boolean> {
  return sql<boolean>`m.workspace_id = ${workspaceId}
    and (m.survivor_id = any(${ids}::uuid[]) or m.merged_id = any(${ids}::uuid[]))`
}

const merges: PersonalData = {
  label: say(words, 'recordsThatWereMerged'),
  ...personalRows({
    from: 'merges m',
    columns: 'm.survivor_id, m.merged_id, m.how, m.evidence, m.created_at, m.undone_at',
    own: isOfEither,
    given: ids => sql<boolean>`m.survivor_id = any(${ids}::uuid[]) and m.merged_id = any(${ids}::uuid[])`,
    effect: 'redacted',
    why: 'counts',
  }),
  tables: ['merges', 'merge_values'],
  async erase(ctx, ids) {
    await sql`update merges m set evidence = '{}', choices = '{}' where ${isOfEither(ctx, ids)}`.execute(ctx.db)
    await dropMergeValues(ctx, ids)
  },
}

const claims: PersonalData = {
  label: say(words, 'addressesToConfirm'),
  ...personalRows({
    from: 'claims c',
    columns: 'c.kind, c.value, c.created_at, c.expires_at, c.confirmed_at',
    effect: 'deleted',
  }),
}

export const personalData = [merges, claims]
