import { defineMessages } from '../../../../kernel/messages.ts'

export const taskNoun = defineMessages('tasks.noun', {
  one: 'Task',
  many: 'Tasks',
  count: '{count, plural, one {# task} other {# tasks}}',
  object: 'task',
  objects: 'tasks',
  gender: 'neuter',
})
