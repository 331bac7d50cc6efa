import { IconBuilding } from '@tabler/icons-react'
import { defineNoun } from '../../../../kernel/noun.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'

export const companyKind: WebKind = {
  name: 'company',
  table: 'companies',
  noun: defineNoun('companies.noun', 'company', 'companies'),
  icon: IconBuilding,
  picture: 'square',
  linked: true,
  reference: async () => (await import('./company-record.tsx')).companyReference,
}
