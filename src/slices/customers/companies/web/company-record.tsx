import { useMemo } from 'react'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { RecordField } from '../../../../ui/record/record-field.ts'
import { PersonLine } from '../../../../ui/values/PersonLine.tsx'
import { useCustomFields } from '../../fields/web/public.tsx'
import { useSharedFields } from '../../fields/web/use-shared-fields.tsx'
import { companyEndpoints, type Company, type CompanyRow } from '../schema.ts'
import { companyReference } from './public.tsx'
import { webRecord } from '../../../../ui/record/web-record.ts'
import { recordHost } from '../../../workspace/views/web/public.tsx'
import { companyKind } from './company-kind.ts'
import { defineMessages } from '../../../../kernel/messages.ts'

/** The fields of a company, built in and custom. */
export function useCompanyFields(): readonly RecordField<CompanyRow>[] {
  const t = useMessages(companyWords)
  const shared = useSharedFields()
  const custom = useCustomFields('company')
  return useMemo<RecordField<CompanyRow>[]>(
    () => [
      {
        key: 'name',
        label: t('name'),
        type: 'text',
        width: 216,
        sortable: true,
        phone: 'title',
        render: row => <PersonLine name={row.name} square />,
      },
      { key: 'domain', label: t('domain'), type: 'text', width: 148, phone: 'meta' },
      { key: 'industry', label: t('industry'), type: 'text', width: 128, phone: 'meta' },
      {
        key: 'employees',
        label: t('employees'),
        type: 'number',
        operators: ['gte', 'lte', 'eq', 'empty'],
        width: 92,
      },
      shared.phone,
      { key: 'website', label: t('website'), type: 'link', filterable: false, width: 160, isHidden: true },
      ...shared.address,
      shared.ownerId,
      shared.teamId,
      shared.tagIds,
      shared.source,
      { ...shared.orders, isHidden: false },
      { ...shared.netAmount, phone: 'trailing' },
      shared.lastTouchAt,
      shared.createdAt,
      companyReference.field('parentId', t('parentId')),
      shared.importId,
      ...custom,
    ],
    [t, shared, custom],
  )
}

export const companyRecord = webRecord<CompanyRow, Company>(companyKind, {
  host: recordHost,
  endpoints: companyEndpoints,
  useFields: useCompanyFields,
})

/** The words for what a company consists of besides what other records have too. */
export const companyWords = defineMessages('companies.company', {
  name: 'Name',
  domain: 'Domain',
  industry: 'Industry',
  employees: 'Employees',
  website: 'Website',
  parentId: 'Parent company',
})
