import { IconChecklist } from '@tabler/icons-react'
import { defineMessages, defineText, say } from '../../../../kernel/messages.ts'
import { isLinked } from '../../../../ui/record/web-kind.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { taskKind } from './task-kind.ts'

export const tasksWeb: WebSlice = {
  screens: [{ path: '/tasks', load: () => import('./TasksScreen.tsx') }],
  places: [{ label: say(taskKind.noun, 'many'), href: '/tasks', icon: IconChecklist, key: 't', needs: 'tasks:read' }],
  actions: [
    {
      label: defineText('tasks.screens.createTask', 'Create task'),
      href: '/tasks?new=task',
      icon: IconChecklist,
      needs: 'tasks:write',
    },
  ],
  records: [taskKind],
  panels: [
    { slot: 'home.main', order: 10, needs: 'tasks:read', load: () => import('./HomeTasks.tsx') },
    {
      slot: 'record.now',
      of: isLinked,
      order: 10,
      needs: 'tasks:read',
      load: () => import('./ParentTasks.tsx'),
    },
  ],
  rows: () => import('./rows.tsx'),
  definitions: () => import('../record.ts'),
  tellsOf: { tasks: isLinked },
  events: () => import('../events.ts'),
  eventGroups: defineMessages('tasks.event-groups', { tasks: 'Tasks' }),
}
