import { IconBuilding, IconBuildingPlus } from '@tabler/icons-react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import type { WebSlice } from '../../../../ui/screen/web-slice.ts'
import { companyNoun } from './company-noun.ts'
import './slots.ts'

const words = defineMessages('companies.screens', {
  createCompany: 'Create company',
})

export const companiesWeb: WebSlice = {
  screens: [
    { path: '/companies', load: () => import('./CompaniesScreen.tsx') },
    { path: '/companies/bin', load: () => import('./BinScreen.tsx') },
    { path: '/companies/$id', load: () => import('./CompanyScreen.tsx') },
  ],
  places: [
    {
      label: say(companyNoun, 'many'),
      href: '/companies',
      icon: IconBuilding,
      key: 'f',
      needs: 'companies:read',
    },
  ],
  actions: [
    {
      label: say(words, 'createCompany'),
      href: '/companies?new=record',
      icon: IconBuildingPlus,
      needs: 'companies:write',
    },
  ],
  records: [
    {
      name: 'company',
      table: 'companies',
      hasFields: true,
      reference: () => import('./reference.ts'),
      picture: 'square',
      words: companyNoun,
    },
  ],
  panels: [
    { slot: 'company.now', order: 10, needs: 'contacts:read', load: () => import('./PeoplePanel.tsx') },
    { slot: 'company.now', order: 80, load: () => import('./ChildrenPanel.tsx') },
    { slot: 'company.now', order: 90, load: () => import('./FactsPanel.tsx') },
  ],
  rows: () => import('./rows.tsx'),
  adminWords: () => import('./admin-words.ts'),
  events: () => import('../events.ts'),
  live: { companies: ['import'] },
}
