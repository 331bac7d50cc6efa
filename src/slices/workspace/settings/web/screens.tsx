import { IconBuilding, IconMail, IconSettings } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

const words = defineMessages('settings.screens', {
  settings: 'Settings',
  general: 'General',
  mail: 'Mail',
})

export const settingsWeb: WebSlice = {
  screens: [
    { path: '/settings', load: () => import('./SettingsScreen.tsx') },
    { path: '/settings/workspace', load: () => import('./WorkspaceScreen.tsx') },
    { path: '/settings/mail', load: () => import('./MailScreen.tsx') },
  ],
  settings: [
    { label: say(words, 'general'), href: '/settings/workspace', icon: IconBuilding, group: 'workspace', order: 10 },
    {
      label: say(words, 'mail'),
      href: '/settings/mail',
      icon: IconMail,
      group: 'system',
      order: 20,
      needs: 'mail:manage',
    },
  ],
  places: [{ label: say(words, 'settings'), href: '/settings', icon: IconSettings, key: 's' }],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
