import { IconHome } from '@tabler/icons-react'
import type { WebSlice } from '../../../ui/screen/web-slice.ts'

export const homeWeb: WebSlice = {
  screens: [{ path: '/', load: () => import('./HomeScreen.tsx') }],
  places: [{ label: { en: 'Home', cs: 'Domů' }, href: '/', icon: IconHome, key: 'h' }],
}
