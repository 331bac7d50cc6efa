import { IconBuildingPlus } from '@tabler/icons-react'
import { webOfKind } from '../../../../ui/record/web-of-kind.tsx'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { companyKind } from './company-kind.ts'

export const companiesWeb: WebSlice = {
  ...webOfKind(companyKind, { key: 'f', createIcon: IconBuildingPlus }, () => import('./company-screens.tsx')),
  panels: [
    { slot: 'record.now', of: ['company'], order: 10, needs: 'contacts:read', load: () => import('./PeoplePanel.tsx') },
    { slot: 'record.now', of: ['company'], order: 80, load: () => import('./ChildrenPanel.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  definitions: () => import('../record.ts'),
  events: () => import('../events.ts'),
  live: { companies: ['import'] },
}
