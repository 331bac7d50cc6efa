import { IconBuildingPlus } from '@tabler/icons-react'
import { webOfKind } from '../../../../ui/record/web-kind.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { companyKind } from './company-kind.ts'

export const companiesWeb: WebSlice = {
  ...webOfKind(companyKind, {
    key: 'f',
    createIcon: IconBuildingPlus,
    picture: 'square',
    isTagged: true,
    list: () => import('./CompaniesScreen.tsx'),
    bin: () => import('./BinScreen.tsx'),
    page: () => import('./CompanyScreen.tsx'),
    reference: async () => (await import('./public.tsx')).companyReference,
  }),
  panels: [
    { slot: 'record.now', of: ['company'], order: 10, needs: 'contacts:read', load: () => import('./PeoplePanel.tsx') },
    { slot: 'record.now', of: ['company'], order: 80, load: () => import('./ChildrenPanel.tsx') },
    { slot: 'record.now', of: ['company'], order: 90, load: () => import('./FactsPanel.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  live: { companies: ['import'] },
}
