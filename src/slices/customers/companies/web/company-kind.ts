import { IconBuilding } from '@tabler/icons-react'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { WebKind } from '../../../../ui/record/web-kind.ts'

export const companyKind = {
  name: 'company',
  table: 'companies',
  noun: defineMessages('companies.noun', {
    one: 'Company',
    many: 'Companies',
    count: '{count, plural, one {# company} other {# companies}}',
    object: 'company',
    objects: 'companies',
    gender: 'neuter',
  }),
  icon: IconBuilding,
  picture: 'square',
  reference: async () => (await import('./public.tsx')).companyReference,
} satisfies WebKind
