import { IconChecklist } from '@tabler/icons-react'
import { defineNoun } from '../../../../kernel/noun.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'

/** Opened, deleted and brought back in its dialog; it has no page of its own. */
export const taskKind: WebKind = {
  name: 'task',
  table: 'tasks',
  isPart: true,
  noun: defineNoun('tasks.noun', 'task', 'tasks'),
  icon: IconChecklist,
}
