import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const signInWeb: WebSlice = {
  screens: [
    { path: '/sign-in', isPublic: true, load: () => import('./SignInScreen.tsx') },
    { path: '/password', isPublic: true, load: () => import('./ForgotPasswordScreen.tsx') },
    { path: '/reset/$token', isPublic: true, load: () => import('./ResetPasswordScreen.tsx') },
    { path: '/invitation/$token', isPublic: true, load: () => import('./InvitationScreen.tsx') },
    { path: '/setup/$token', isPublic: true, load: () => import('./SetupScreen.tsx') },
    { path: '/profile', load: () => import('./ProfileScreen.tsx') },
  ],
  adminWords: () => import('./admin-words.ts'),
  live: { sessions: ['password', 'two-factor'] },
}
