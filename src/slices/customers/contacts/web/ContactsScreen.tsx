import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPlus, IconTrash, IconUsers } from '@tabler/icons-react'
import { lazy, Suspense, useMemo, useState } from 'react'
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
import { exportContacts, listContacts } from '../schema.ts'
import { BulkActions } from './BulkActions.tsx'
import { contactWords } from './contact-words.ts'
import { hiddenColumns, useContactColumns } from './use-contact-columns.tsx'
import { useContactFields } from './use-contact-fields.ts'

// What opens over the list is fetched after the list.
const ContactSheet = lazy(() => import('./ContactSheet.tsx'))
const CreateContactDialog = lazy(() => import('./CreateContactDialog.tsx'))

const messages = defineMessages({
  en: {
    all: 'All contacts',
    create: 'Create contact',
    more: 'More',
    bin: 'Open bin',
    search: 'Search contacts',
    count: '{count, plural, one {# contact} other {# contacts}}',
    emptyTitle: 'Contacts appear here',
    emptyText: 'Create the first one, or import a file with those you have.',
    noneTitle: 'No contact matches',
    noneText: 'Nobody here fits this search and these filters.',
    clear: 'Clear search and filters',
  },
  cs: {
    all: 'Všechny kontakty',
    create: 'Vytvořit kontakt',
    more: 'Více',
    bin: 'Otevřít koš',
    search: 'Hledat v kontaktech',
    count: '{count, plural, one {# kontakt} few {# kontakty} many {# kontaktu} other {# kontaktů}}',
    emptyTitle: 'Tady budou kontakty',
    emptyText: 'Vytvořte první, nebo importujte soubor s těmi, které máte.',
    noneTitle: 'Žádný kontakt neodpovídá',
    noneText: 'Nikdo tu neodpovídá tomuto hledání a filtrům.',
    clear: 'Zrušit hledání a filtry',
  },
})

const formats = [
  { key: 'csv', label: 'CSV' },
  { key: 'jsonl', label: 'JSON Lines' },
  { key: 'vcard', label: 'vCard' },
] as const

export default function ContactsScreen() {
  const t = useMessages(messages)
  const words = useMessages(contactWords)
  const format = useFormat()
  const can = useCan()
  const [state, change] = useUrlState()
  const fields = useContactFields()
  const columns = useContactColumns(fields)
  const keys = useMemo(() => columns.map(column => column.key), [columns])
  const hidden = useMemo(() => [...hiddenColumns, ...fields.custom.map(field => field.key)], [fields.custom])
  const list = useListState({
    object: 'contacts',
    allName: t('all'),
    fields: fields.filters,
    columns: keys,
    hidden,
    defaultSort: 'name',
  })
  const contacts = useInfiniteEndpoint(listContacts, { query: { ...list.query, limit: 100 } }, { total: true })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())

  const mayWrite = can('contacts:write')
  const create = () => change({ new: 'contact' })
  useShortcuts(words('contacts'), mayWrite ? [{ keys: 'c', label: t('create'), run: create }] : [])
  const openId = one(state, 'open')
  const at = contacts.items.findIndex(row => row.id === openId)
  const openRow = (index: number) =>
    contacts.items[index] ? () => change({ open: contacts.items[index]!.id }, 'replace') : undefined
  const download = (key: string) => {
    const query = { ...list.query, format: key as (typeof formats)[number]['key'] }
    location.assign(addressOf(exportContacts, { query }))
  }

  return (
    <Page
      title={words('contacts')}
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
              <Menu.Item component={Link} href="/contacts/bin" leftSection={<IconTrash size={14} />}>
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
              {can('contacts:export') && <ExportMenu formats={formats} onExport={download} />}
            </>
          }
        >
          {list.viewMenu}
          <FilterBar fields={fields.filters} filters={list.filters} onChange={list.setFilters} />
        </ListToolbar>
      }
    >
      <DataTable
        label={words('contacts')}
        columns={columns}
        rows={contacts.items}
        rowId={row => row.id}
        href={row => `/contacts/${row.id}`}
        onOpen={row => change({ open: row.id })}
        openId={openId}
        layout={list.layout}
        onLayoutChange={list.setLayout}
        sort={list.sort}
        onSortChange={list.setSort}
        loading={contacts.loading || contacts.loadingMore}
        hasMore={contacts.hasMore}
        onLoadMore={contacts.loadMore}
        selected={selected}
        onSelectedChange={mayWrite ? setSelected : undefined}
        bulkActions={
          <BulkActions
            rows={contacts.items.filter(row => selected.has(row.id))}
            fields={fields}
            onDone={() => setSelected(new Set())}
          />
        }
        countText={contacts.total && t('count', { count: format.count(contacts.total) })}
        error={contacts.error && <ProblemState problem={contacts.error} onRetry={contacts.retry} />}
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
              icon={IconUsers}
              title={t('emptyTitle')}
              description={t('emptyText')}
              action={mayWrite && <Button onClick={create}>{t('create')}</Button>}
            />
          )
        }
      />
      <Suspense>
        {(openId !== undefined || !contacts.loading) && (
          <ContactSheet
            id={openId}
            onClose={() => change({ open: undefined })}
            onPrevious={at > 0 ? openRow(at - 1) : undefined}
            onNext={at >= 0 ? openRow(at + 1) : undefined}
          />
        )}
        {one(state, 'new') === 'contact' && (
          <CreateContactDialog
            fields={fields}
            onClose={() => change({ new: undefined }, 'replace')}
            onCreated={contact => change({ new: undefined, open: contact.id }, 'replace')}
          />
        )}
      </Suspense>
    </Page>
  )
}
