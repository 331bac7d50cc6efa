import { IconBuilding } from '@tabler/icons-react'
import { lazy, useMemo } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { RecordList } from '../../../../ui/screen/RecordList.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { useListState } from '../../../workspace/views/web/public.tsx'
import { exportCompanies, listCompanies } from '../schema.ts'
import { BulkActions } from './BulkActions.tsx'
import { companyWords } from './company-words.ts'
import { hiddenColumns, useCompanyColumns } from './use-company-columns.tsx'
import { useCompanyFields } from './use-company-fields.ts'

// What opens over the list is fetched after the list.
const CompanySheet = lazy(() => import('./CompanySheet.tsx'))
const CreateCompanyDialog = lazy(() => import('./CreateCompanyDialog.tsx'))

const messages = defineMessages('companies.companies-screen', {
  all: 'All companies',
  create: 'Create company',
  search: 'Search companies',
  count: '{count, plural, one {# company} other {# companies}}',
  emptyTitle: 'Companies appear here',
  emptyText: 'Create the first one, or import a file with those you have.',
  noneTitle: 'No company matches',
  noneText: 'Nothing here fits this search and these filters.',
})

const formats = [
  { key: 'csv', label: 'CSV' },
  { key: 'jsonl', label: 'JSON Lines' },
]

export default function CompaniesScreen() {
  const t = useMessages(messages)
  const words = useMessages(companyWords)
  const can = useCan()
  const fields = useCompanyFields()
  const columns = useCompanyColumns(fields)
  const keys = useMemo(() => columns.map(column => column.key), [columns])
  const hidden = useMemo(() => [...hiddenColumns, ...fields.custom.map(field => field.key)], [fields.custom])
  const list = useListState({
    object: 'companies',
    allName: t('all'),
    fields: fields.filters,
    columns: keys,
    hidden,
    defaultSort: 'name',
  })
  const companies = useInfiniteEndpoint(listCompanies, { query: { ...list.query, limit: 100 } }, { total: true })
  return (
    <RecordList
      label={words('companies')}
      href="/companies"
      icon={IconBuilding}
      state={list}
      fields={fields.filters}
      columns={columns}
      records={companies}
      mayWrite={can('companies:write')}
      download={can('companies:export') ? { endpoint: exportCompanies, formats } : undefined}
      texts={{
        create: t('create'),
        search: t('search'),
        count: count => t('count', { count }),
        emptyTitle: t('emptyTitle'),
        emptyText: t('emptyText'),
        noneTitle: t('noneTitle'),
        noneText: t('noneText'),
      }}
      bulkActions={(rows, onDone) => <BulkActions rows={rows} fields={fields} onDone={onDone} />}
      sheet={sheet => <CompanySheet {...sheet} />}
      createDialog={dialog => <CreateCompanyDialog fields={fields} {...dialog} />}
    />
  )
}
