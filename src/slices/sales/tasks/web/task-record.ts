import { IconChecklist } from '@tabler/icons-react'
import type { WebRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import { changeTask, listTasks, type Task } from '../schema.ts'
import { taskNoun } from './task-noun.ts'
import { useTaskFields } from './use-task-fields.tsx'

/** Opened, deleted and brought back in its dialog; it has no page of its own. */
export const taskRecord: WebRecord<Task> = {
  name: 'task',
  table: 'tasks',
  href: '/tasks',
  noun: taskNoun,
  icon: IconChecklist,
  host: recordHost,
  endpoints: { list: listTasks, change: changeTask },
  defaultSort: 'dueAt',
  useFields: useTaskFields,
  titleOf: ({ title }) => title,
}
