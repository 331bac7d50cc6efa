import { sql, type RawBuilder } from 'kysely'
import { invalidField, notFound } from '../../../kernel/errors.ts'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import { columnsFor } from '../../../kernel/record/record.ts'
import { fold } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike } from '../../../platform/list/filter.ts'
import { listPage, type ListSpec } from '../../../platform/list/list.ts'
import { listColumns, selectOf } from '../../../platform/record/fragments.ts'
import { joinMember } from '../../workspace/members/public.ts'
import { isParentVisible, parentFilterKeys, parentFilters, parentJoins } from '../../customers/contacts/public.ts'
import { taskRecord } from './record.ts'
import type { Task } from './schema.ts'

const words = defineMessages('tasks.queries', {
  noTask: 'There is no such task, or you may not see it.',
  yesOrNo: 'Use true or false.',
})

export const noTask = () => notFound(say(words, 'noTask'))

const select = sql`${selectOf(columnsFor(taskRecord.columns, 'listed', 'shown'), 't')}, pc.name as contact_name, pco.name as company_name, m.name as assignee_name`

const from = sql`tasks t ${parentJoins('t')} ${joinMember('t.assignee_id')}`

export async function listTasks(ctx: Ctx, query: ListQuery): Promise<Page<Task>> {
  const spec: ListSpec = {
    from,
    select,
    where: [
      sql<boolean>`t.workspace_id = ${ctx.workspaceId} and t.deleted_at is null`,
      isTaskVisible(ctx),
      ...isDoneFilter(query),
      ...(await parentFilters(ctx, 't', query)),
    ],
    id: sql`t.id`,
    columns: listColumns(taskRecord.columns, 't'),
    defaultSort: 'dueAt',
    search: q =>
      sql<boolean>`(t.title ilike ${`%${escapeLike(q)}%`} or pc.sort_name like ${`%${escapeLike(fold(q))}%`})`,
  }
  const asked = query['filter[assigneeId]'] === 'me' ? { ...query, 'filter[assigneeId]': ctx.actor.memberId } : query
  return listPage(ctx.db, spec, asked, new Set([...parentFilterKeys, 'filter[isDone]']))
}

export async function getTask(ctx: Ctx, id: string): Promise<Task> {
  const { rows } = await sql<Task>`select ${select} from ${from}
    where t.workspace_id = ${ctx.workspaceId}
    and t.id = ${id} and t.deleted_at is null and ${isTaskVisible(ctx)}`.execute(ctx.db)
  if (!rows[0]) throw noTask()
  return rows[0]
}

/** Own tasks are visible whatever they are about. */
export function isTaskVisible(ctx: Ctx): RawBuilder<boolean> {
  if (ctx.actor.recordRule === 'all') return sql<boolean>`true`
  const { memberId } = ctx.actor
  return sql<boolean>`(${isParentVisible(ctx)} or coalesce(t.assignee_id = ${memberId}::uuid or t.created_by = ${memberId}::uuid, false))`
}

/** Written as the indexes of open tasks are, which a comparison with a parameter would not match. */
function isDoneFilter(query: ListQuery): RawBuilder<boolean>[] {
  switch (query['filter[isDone]']) {
    case undefined:
      return []
    case 'true':
      return [sql<boolean>`t.done_at is not null`]
    case 'false':
      return [sql<boolean>`t.done_at is null`]
    default:
      throw invalidField('filter[isDone]', say(words, 'yesOrNo'))
  }
}
