import { IconForms } from '@tabler/icons-react'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const formsWeb: WebSlice = {
  screens: [
    { path: '/forms', load: () => import('./FormsScreen.tsx') },
    { path: '/forms/$id', load: () => import('./FormScreen.tsx') },
  ],
  places: [{ label: { en: 'Forms', cs: 'Formuláře' }, href: '/forms', icon: IconForms, needs: 'forms:read' }],
  rows: () => import('./rows.tsx'),
}
