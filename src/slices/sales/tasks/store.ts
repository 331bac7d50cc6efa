import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/db/database.ts'
import { selectOf } from '../../../platform/record/fragments.ts'
import { parentJoins } from '../../customers/contacts/public.ts'
import { isTaskVisible } from './queries.ts'
import { taskRecord, type StoredTask } from './record.ts'

const stored = selectOf(taskRecord.columns, 't')

/** Those of the tasks that the actor may see, deleted ones among them, locked. */
export async function lockTasks(tx: Db, ctx: Ctx, ids: string[]): Promise<StoredTask[]> {
  const { rows } = await sql<StoredTask>`
    select ${stored}, pc.company_id as contact_company_id
    from tasks t ${parentJoins('t')}
    where t.workspace_id = ${ctx.workspaceId} and t.id = any(${ids}::uuid[]) and ${isTaskVisible(ctx)}
    order by t.id for update of t`.execute(tx)
  return rows
}
