import { sql, type RawBuilder } from 'kysely'
import { defineAbsence, invalidField } from '../../../kernel/errors.ts'
import { defineText } from '../../../kernel/messages.ts'
import type { ListQuery, Page } from '../../../kernel/page.ts'
import { fold } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/context.ts'
import { escapeLike } from '../../../platform/list/filter.ts'
import { attachedQueries } from '../../customers/contacts/public.ts'
import { taskRecord, type StoredTask } from './record.ts'
import type { Task } from './schema.ts'

const yesOrNo = defineText('tasks.queries.yesOrNo', 'Use true or false.')
const noTask = defineAbsence('tasks.no-task', 'task')

/** One's own are seen whatever they are about. */
export const tasks = attachedQueries<Task, StoredTask>({
  record: taskRecord,
  alias: 't',
  member: { column: 't.assignee_id', name: 'assignee_name' },
  absent: noTask,
  isOwn: memberId => sql<boolean>`t.assignee_id = ${memberId}::uuid or t.created_by = ${memberId}::uuid`,
  list: {
    defaultSort: 'dueAt',
    search: q =>
      sql<boolean>`(t.title ilike ${`%${escapeLike(q)}%`} or pc.sort_name like ${`%${escapeLike(fold(q))}%`})`,
  },
})

export function listTasks(ctx: Ctx, query: ListQuery): Promise<Page<Task>> {
  const asked = query['filter[assigneeId]'] === 'me' ? { ...query, 'filter[assigneeId]': ctx.actor.memberId } : query
  return tasks.list(ctx, asked as ListQuery, isDoneFilter(query), ['filter[isDone]'])
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
      throw invalidField('filter[isDone]', yesOrNo)
  }
}
