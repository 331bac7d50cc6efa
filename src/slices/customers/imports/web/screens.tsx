import { IconFileImport } from '@tabler/icons-react'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'

export const importsWeb: WebSlice = {
  screens: [
    { path: '/imports', load: () => import('./ImportsScreen.tsx') },
    { path: '/imports/$id', load: () => import('./ImportScreen.tsx') },
  ],
  places: [
    {
      label: { en: 'Imports', cs: 'Importy' },
      href: '/imports',
      icon: IconFileImport,
      key: 'i',
      needs: 'imports:read',
    },
  ],
  actions: [
    {
      label: { en: 'Import file', cs: 'Importovat soubor' },
      href: '/imports?new=import',
      icon: IconFileImport,
      needs: 'imports:write',
    },
  ],
}
