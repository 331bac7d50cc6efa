import { IconChecklist } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'

/** Opened, deleted and brought back in its dialog; it has no page of its own. */
export const taskKind = {
  name: 'task',
  table: 'tasks',
  isPart: true,
  noun: defineMessages('tasks.noun', {
    one: 'Task',
    many: 'Tasks',
    count: '{count, plural, one {# task} other {# tasks}}',
    object: 'task',
    objects: 'tasks',
    gender: 'neuter',
  }),
  icon: IconChecklist,
} satisfies WebKind
