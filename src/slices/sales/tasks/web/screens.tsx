import { IconChecklist } from '@tabler/icons-react'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const tasksWeb: WebSlice = {
  screens: [{ path: '/tasks', load: () => import('./TasksScreen.tsx') }],
  places: [{ label: { en: 'Tasks', cs: 'Úkoly' }, href: '/tasks', icon: IconChecklist, key: 't', needs: 'tasks:read' }],
  actions: [
    {
      label: { en: 'Create task', cs: 'Vytvořit úkol' },
      href: '/tasks?new=task',
      icon: IconChecklist,
      needs: 'tasks:write',
    },
  ],
  panels: [
    { slot: 'home.main', order: 10, needs: 'tasks:read', load: () => import('./HomeTasks.tsx') },
    { slot: 'contact.now', order: 10, needs: 'tasks:read', load: () => import('./ContactTasks.tsx') },
    { slot: 'company.now', order: 10, needs: 'tasks:read', load: () => import('./CompanyTasks.tsx') },
  ],
  rows: () => import('./rows.tsx'),
}
