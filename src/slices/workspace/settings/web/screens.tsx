import { IconSettings } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

const words = defineMessages('settings.screens', {
  settings: 'Settings',
})

export const settingsWeb: WebSlice = {
  screens: [
    { path: '/settings', load: () => import('./SettingsScreen.tsx') },
    { path: '/settings/workspace', load: () => import('./WorkspaceScreen.tsx') },
    { path: '/settings/mail', load: () => import('./MailScreen.tsx') },
  ],
  places: [{ label: say(words, 'settings'), href: '/settings', icon: IconSettings, key: 's' }],
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
}
