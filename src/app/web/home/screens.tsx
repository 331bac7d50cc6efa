import { IconHome } from '@tabler/icons-react'
import { defineText } from '../../../kernel/messages.ts'
import type { WebSlice } from '../../../ui/screen/web-slice.ts'

export const homeWeb: WebSlice = {
  screens: [{ path: '/', load: () => import('./HomeScreen.tsx') }],
  places: [{ label: defineText('app.screens.home', 'Home'), href: '/', icon: IconHome, key: 'h' }],
}
