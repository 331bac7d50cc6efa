import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPlus, IconTrash, IconBuilding } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { addressOf } from '../../../../ui/api/call.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { defineMessages, useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { one, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { ColumnChooser } from '../../../../ui/toolbar/ColumnChooser.tsx'
import { ExportMenu } from '../../../../ui/toolbar/ExportMenu.tsx'
import { FilterBar } from '../../../../ui/toolbar/FilterBar.tsx'
import { ListToolbar } from '../../../../ui/toolbar/ListToolbar.tsx'
import { SearchBox } from '../../../../ui/toolbar/SearchBox.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { useListState } from '../../../workspace/views/web/public.tsx'
import { exportCompanies, listCompanies } from '../schema.ts'
import { BulkActions } from './BulkActions.tsx'
import { companyWords } from './company-words.ts'
import { CompanySheet } from './CompanySheet.tsx'
import { CreateCompanyDialog } from './CreateCompanyDialog.tsx'
import { hiddenColumns, useCompanyColumns } from './use-company-columns.tsx'
import { useCompanyFields } from './use-company-fields.ts'

const messages = defineMessages({
  en: {
    all: 'All companies',
    create: 'Create company',
    more: 'More',
    bin: 'Open bin',
    search: 'Search companies',
    count: '{count, plural, one {# company} other {# companies}}',
    emptyTitle: 'Companies appear here',
    emptyText: 'Create the first one, or import a file with those you have.',
    noneTitle: 'No company matches',
    noneText: 'Nothing here fits this search and these filters.',
    clear: 'Clear search and filters',
  },
  cs: {
    all: 'Všechny firmy',
    create: 'Vytvořit firmu',
    more: 'Více',
    bin: 'Otevřít koš',
    search: 'Hledat ve firmách',
    count: '{count, plural, one {# firma} few {# firmy} many {# firmy} other {# firem}}',
    emptyTitle: 'Tady budou firmy',
    emptyText: 'Vytvořte první, nebo importujte soubor s těmi, které máte.',
    noneTitle: 'Žádná firma neodpovídá',
    noneText: 'Nic tu neodpovídá tomuto hledání a filtrům.',
    clear: 'Zrušit hledání a filtry',
  },
})

const formats = [
  { key: 'csv', label: 'CSV' },
  { key: 'jsonl', label: 'JSON Lines' },
] as const

export default function CompaniesScreen() {
  const t = useMessages(messages)
  const words = useMessages(companyWords)
  const format = useFormat()
  const can = useCan()
  const [state, change] = useUrlState()
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
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())

  const mayWrite = can('companies:write')
  const create = () => change({ new: 'company' })
  useShortcuts(words('companies'), mayWrite ? [{ keys: 'c', label: t('create'), run: create }] : [])
  const openId = one(state, 'open')
  const at = companies.items.findIndex(row => row.id === openId)
  const openRow = (index: number) =>
    companies.items[index] ? () => change({ open: companies.items[index]!.id }, 'replace') : undefined
  const download = (key: string) => {
    const query = { ...list.query, format: key as (typeof formats)[number]['key'] }
    location.assign(addressOf(exportCompanies, { query }))
  }

  return (
    <Page
      title={words('companies')}
      layout="fill"
      actions={
        <>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t('more')} title={t('more')}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item component={Link} href="/companies/bin" leftSection={<IconTrash size={14} />}>
                {t('bin')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {mayWrite && (
            <Button leftSection={<IconPlus size={15} />} onClick={create}>
              {t('create')}
            </Button>
          )}
        </>
      }
      toolbar={
        <ListToolbar
          end={
            <>
              <SearchBox value={list.q} onChange={list.setQ} label={t('search')} />
              <ColumnChooser columns={columns} layout={list.layout} onLayoutChange={list.setLayout} />
              {can('companies:export') && <ExportMenu formats={formats} onExport={download} />}
            </>
          }
        >
          {list.viewMenu}
          <FilterBar fields={fields.filters} filters={list.filters} onChange={list.setFilters} />
        </ListToolbar>
      }
    >
      <DataTable
        label={words('companies')}
        columns={columns}
        rows={companies.items}
        rowId={row => row.id}
        href={row => `/companies/${row.id}`}
        onOpen={row => change({ open: row.id })}
        openId={openId}
        layout={list.layout}
        onLayoutChange={list.setLayout}
        sort={list.sort}
        onSortChange={list.setSort}
        loading={companies.loading || companies.loadingMore}
        hasMore={companies.hasMore}
        onLoadMore={companies.loadMore}
        selected={selected}
        onSelectedChange={mayWrite ? setSelected : undefined}
        bulkActions={
          <BulkActions
            rows={companies.items.filter(row => selected.has(row.id))}
            fields={fields}
            onDone={() => setSelected(new Set())}
          />
        }
        countText={companies.total && t('count', { count: format.count(companies.total) })}
        error={companies.error && <ProblemState problem={companies.error} onRetry={companies.retry} />}
        empty={
          list.isNarrowed ? (
            <EmptyState
              title={t('noneTitle')}
              description={t('noneText')}
              action={
                <Button variant="default" onClick={list.clear}>
                  {t('clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={IconBuilding}
              title={t('emptyTitle')}
              description={t('emptyText')}
              action={mayWrite && <Button onClick={create}>{t('create')}</Button>}
            />
          )
        }
      />
      <CompanySheet
        id={openId}
        onClose={() => change({ open: undefined })}
        onPrevious={at > 0 ? openRow(at - 1) : undefined}
        onNext={at >= 0 ? openRow(at + 1) : undefined}
      />
      {one(state, 'new') === 'company' && (
        <CreateCompanyDialog
          fields={fields}
          onClose={() => change({ new: undefined }, 'replace')}
          onCreated={company => change({ new: undefined, open: company.id }, 'replace')}
        />
      )}
    </Page>
  )
}
