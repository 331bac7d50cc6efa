import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const privacyWeb: WebSlice = {
  screens: [
    { path: '/settings/privacy/requests', load: () => import('./RequestsScreen.tsx') },
    { path: '/settings/privacy/requests/$id', load: () => import('./RequestScreen.tsx') },
    { path: '/settings/privacy/retention', load: () => import('./RetentionScreen.tsx') },
    { path: '/settings/privacy/holds', load: () => import('./HoldsScreen.tsx') },
    { path: '/contacts/$id/privacy', load: () => import('./ContactPrivacyScreen.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  live: { privacy: ['import'] },
}
