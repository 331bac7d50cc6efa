import { sql } from 'kysely'
import { defineAbsence } from '../../../../kernel/errors.ts'
import type { ListQuery, Page } from '../../../../kernel/page.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { ListColumn } from '../../../../platform/list/filter.ts'
import { listPage } from '../../../../platform/list/list.ts'
import { joinMember } from '../../../workspace/members/public.ts'
import { requireAll } from '../../../../platform/list/visible.ts'
import { runStatuses, type Run } from '../schema.ts'

export const noRun = defineAbsence('identity.no-run', 'run')

const columns: Record<string, ListColumn> = {
  kind: { type: 'choice', sql: sql`r.kind`, choices: ['score', 'join'] },
  status: { type: 'choice', sql: sql`r.status`, choices: runStatuses },
  createdAt: { type: 'time', sql: sql`r.created_at`, isSortable: true },
}

const select = sql`r.id, r.kind, r.status, r.step, r.done, r.total, r.counts, r.error, r.member_id, m.name as member_name, r.created_at, r.started_at, r.finished_at`
const from = sql`identity_runs r ${joinMember('r.member_id')}`

export async function listRuns(ctx: Ctx, query: ListQuery): Promise<Page<Run>> {
  requireAll(ctx)
  return listPage<Run>(ctx, query, { alias: 'r', from, select, columns })
}

export async function getRun(ctx: Ctx, id: string): Promise<Run> {
  requireAll(ctx)
  const { rows } = await sql<Run>`select ${select} from ${from}
      where r.workspace_id = ${ctx.workspaceId} and r.id = ${id}`.execute(ctx.db)
  return noRun.unless(rows[0])
}
