import { IconBuilding, IconBuildingPlus } from '@tabler/icons-react'
import { defineMessages } from '../../../../ui/i18n/i18n.tsx'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import './slots.ts'

export const companiesWeb: WebSlice = {
  screens: [
    { path: '/companies', load: () => import('./CompaniesScreen.tsx') },
    { path: '/companies/bin', load: () => import('./BinScreen.tsx') },
    { path: '/companies/$id', load: () => import('./CompanyScreen.tsx') },
  ],
  places: [
    {
      label: { en: 'Companies', cs: 'Firmy' },
      href: '/companies',
      icon: IconBuilding,
      key: 'f',
      needs: 'companies:read',
    },
  ],
  actions: [
    {
      label: { en: 'Create company', cs: 'Vytvořit firmu' },
      href: '/companies?new=record',
      icon: IconBuildingPlus,
      needs: 'companies:write',
    },
  ],
  records: [
    {
      name: 'company',
      table: 'companies',
      picture: 'square',
      words: defineMessages({
        en: { one: 'Company', many: 'Companies', count: '{count, plural, one {# company} other {# companies}}' },
        cs: {
          one: 'Firma',
          many: 'Firmy',
          count: '{count, plural, one {# firma} few {# firmy} many {# firmy} other {# firem}}',
        },
      }),
    },
  ],
  panels: [
    { slot: 'company.now', order: 10, needs: 'contacts:read', load: () => import('./PeoplePanel.tsx') },
    { slot: 'company.now', order: 80, load: () => import('./ChildrenPanel.tsx') },
    { slot: 'company.now', order: 90, load: () => import('./FactsPanel.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  live: { companies: ['company', 'order', 'return', 'import', 'tag'] },
}
