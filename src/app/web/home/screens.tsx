import { IconHome } from '@tabler/icons-react'
import { defineMessages, say } from '../../../kernel/messages.ts'
import type { WebSlice } from '../../../ui/screen/web-slice.ts'

const words = defineMessages('app.screens', {
  home: 'Home',
})

export const homeWeb: WebSlice = {
  screens: [{ path: '/', load: () => import('./HomeScreen.tsx') }],
  places: [{ label: say(words, 'home'), href: '/', icon: IconHome, key: 'h' }],
}
