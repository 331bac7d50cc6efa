import { IconChecklist } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { taskNoun } from './task-noun.ts'

const words = defineMessages('tasks.screens', {
  createTask: 'Create task',
})

export const tasksWeb: WebSlice = {
  screens: [{ path: '/tasks', load: () => import('./TasksScreen.tsx') }],
  places: [{ label: say(taskNoun, 'many'), href: '/tasks', icon: IconChecklist, key: 't', needs: 'tasks:read' }],
  actions: [
    {
      label: say(words, 'createTask'),
      href: '/tasks?new=task',
      icon: IconChecklist,
      needs: 'tasks:write',
    },
  ],
  records: [
    {
      name: 'task',
      table: 'tasks',
      isPart: true,
      refersTo: ['contacts', 'companies'],
      picture: IconChecklist,
      words: taskNoun,
    },
  ],
  panels: [
    { slot: 'home.main', order: 10, needs: 'tasks:read', load: () => import('./HomeTasks.tsx') },
    {
      slot: 'record.now',
      of: ['contact', 'company'],
      order: 10,
      needs: 'tasks:read',
      load: () => import('./ParentTasks.tsx'),
    },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  eventGroups: defineMessages('tasks.event-groups', { tasks: 'Tasks' }),
}
