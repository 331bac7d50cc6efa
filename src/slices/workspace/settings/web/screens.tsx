import { IconSettings } from '@tabler/icons-react'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const settingsWeb: WebSlice = {
  screens: [
    { path: '/settings', load: () => import('./SettingsScreen.tsx') },
    { path: '/settings/workspace', load: () => import('./WorkspaceScreen.tsx') },
    { path: '/settings/mail', load: () => import('./MailScreen.tsx') },
  ],
  places: [{ label: { en: 'Settings', cs: 'Nastavení' }, href: '/settings', icon: IconSettings, key: 's' }],
  live: { settings: ['settings'] },
}
