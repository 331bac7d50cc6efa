import { sql } from 'kysely'
import { AppError } from '../../../kernel/errors.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { WorkspaceId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/db/database.ts'
import { parentJoins } from '../../customers/timeline/public.ts'
import { isTaskVisible } from './queries.ts'

export interface StoredTask {
  id: string
  title: string
  body: string | null
  contactId: string | null
  companyId: string | null
  assigneeId: string | null
  dueAt: Date | null
  remindAt: Date | null
  createdBy: string | null
  doneAt: Date | null
  deletedAt: Date | null
  /** The company of the contact, whose timeline the task's events stand on too. */
  contactCompanyId: string | null
}

/** Those of the tasks that the actor may see, deleted ones among them, locked. */
export async function lockTasks(tx: Db, ctx: Ctx, ids: string[]): Promise<StoredTask[]> {
  const { rows } = await sql<StoredTask>`
    select t.id, t.title, t.body, t.contact_id, t.company_id, t.assignee_id, t.due_at, t.remind_at, t.created_by, t.done_at, t.deleted_at, pc.company_id as contact_company_id
    from tasks t ${parentJoins('t')}
    where t.workspace_id = ${ctx.workspaceId} and t.id = any(${ids}::uuid[]) and ${isTaskVisible(ctx)}
    order by t.id for update of t`.execute(tx)
  return rows
}

export type NewTask = Omit<StoredTask, 'doneAt' | 'deletedAt' | 'contactCompanyId'>

export async function insertTask(tx: Db, workspaceId: WorkspaceId, task: NewTask, now: Date): Promise<void> {
  await tx
    .insertInto('tasks')
    .values({ ...task, workspaceId, createdAt: now, updatedAt: now })
    .execute()
}

export type TaskChanges = Partial<Omit<NewTask, 'id' | 'createdBy'>> & {
  remindedAt?: Date | null
  doneAt?: Date | null
  doneBy?: string | null
  deletedAt?: Date | null
}

export async function updateTasks(
  tx: Db,
  workspaceId: WorkspaceId,
  ids: string[],
  changes: TaskChanges,
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('tasks')
    .set({ ...changes, updatedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

/** Throws `unprocessable` unless `id` is a member of the workspace now. */
export async function requireAssignee(tx: Db, workspaceId: WorkspaceId, id: string): Promise<void> {
  const found = await tx
    .selectFrom('members')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (found) return
  const message = 'The assignee is not a member of this workspace. Nothing was saved.'
  throw new AppError('unprocessable', message, { fields: [{ path: 'assigneeId', message }] })
}
