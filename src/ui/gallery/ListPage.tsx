import { Button } from '@mantine/core'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { toast, toastUndo } from '../feedback/toast.ts'
import type { Field, Filter } from '../fields/field.ts'
import { useFormat } from '../i18n/i18n.tsx'
import { EmptyState } from '../layout/EmptyState.tsx'
import { ErrorState } from '../layout/ErrorState.tsx'
import { Page } from '../layout/Page.tsx'
import { SideSheet } from '../layout/SideSheet.tsx'
import { naturalLayout } from '../table/column-layout.ts'
import { DataTable } from '../table/DataTable.tsx'
import { parseSort, type TableColumn } from '../table/table-types.ts'
import { ColumnChooser } from '../toolbar/ColumnChooser.tsx'
import { ExportMenu } from '../toolbar/ExportMenu.tsx'
import { FilterBar } from '../toolbar/FilterBar.tsx'
import { ListToolbar } from '../toolbar/ListToolbar.tsx'
import { SearchBox } from '../toolbar/SearchBox.tsx'
import { ViewMenu } from '../toolbar/ViewMenu.tsx'
import { FactList } from '../values/FactList.tsx'
import { Money } from '../values/Money.tsx'
import { PersonLine } from '../values/PersonLine.tsx'
import { RelativeTime } from '../values/RelativeTime.tsx'
import { TagList } from '../values/TagChip.tsx'
import { ValenceChip } from '../values/ThreeV.tsx'
import { lifecycles, sampleContacts, type SampleContact } from './sample-data.ts'

const members = ['Jana Horká', 'Tom Becker', 'Priya Nair'].map(name => ({ value: name, label: name }))
const findMember = async (query: string) =>
  members.filter(member => member.label.toLowerCase().includes(query.toLowerCase()))

const fields: Field[] = [
  { key: 'name', label: 'Name', type: 'text' },
  { key: 'lifecycle', label: 'Lifecycle', type: 'choice', options: lifecycles.map(value => ({ value, label: value })) },
  { key: 'owner', label: 'Owner', type: 'member', search: findMember },
  { key: 'revenue', label: 'Revenue', type: 'money', currency: 'EUR' },
  { key: 'lastTouch', label: 'Last touch', type: 'date' },
  { key: 'newsletter', label: 'Newsletter', type: 'yesno' },
]

export function ListPage({ query }: { query: URLSearchParams }) {
  const format = useFormat()
  const total = Number(query.get('rows') ?? 10_000)
  const [all, setAll] = useState(() => sampleContacts(total))
  const [shown, setShown] = useState(100)
  const [loading, setLoading] = useState(query.has('loading'))
  const [layout, setLayout] = useState(naturalLayout)
  const [sort, setSort] = useState<string | undefined>('-lastTouch')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(query.get('selected')?.split(',') ?? []))
  const [filters, setFilters] = useState<Filter[]>(
    query.has('filters')
      ? [
          { field: 'lifecycle', operator: 'in', value: 'loyal,advocate' },
          { field: 'revenue', operator: 'gte', value: '100000' },
        ]
      : [],
  )
  const [search, setSearch] = useState('')
  const [openId, setOpenId] = useState<string | null>(query.get('sheet'))

  const sorted = useMemo(() => {
    const by = parseSort(sort)
    const found = all.filter(contact => contact.name.toLowerCase().includes(search.toLowerCase()))
    if (!by) return found
    const key = by.key as keyof SampleContact
    return found.toSorted((a, b) => (a[key] > b[key] ? 1 : a[key] < b[key] ? -1 : 0) * (by.descending ? -1 : 1))
  }, [all, sort, search])

  const columns = useMemo<TableColumn<SampleContact>[]>(() => {
    const save = (row: SampleContact, change: Partial<SampleContact>) => {
      setAll(before => before.map(contact => (contact.id === row.id ? { ...contact, ...change } : contact)))
      toastUndo(`Changed ${row.name}`, () =>
        setAll(before => before.map(contact => (contact.id === row.id ? row : contact))),
      )
    }
    return [
      { key: 'name', label: 'Name', width: 220, sortable: true, render: row => <PersonLine name={row.name} /> },
      { key: 'email', label: 'E-mail', width: 210, render: row => row.email, sortable: true, phone: 'meta' },
      {
        key: 'lifecycle',
        label: 'Lifecycle',
        width: 110,
        render: row => row.lifecycle,
        edit: {
          field: fields[1]!,
          value: row => row.lifecycle,
          save: (row, value) => save(row, { lifecycle: String(value) }),
        },
      },
      {
        key: 'revenue',
        label: 'Revenue',
        width: 120,
        align: 'end',
        sortable: true,
        phone: 'trailing',
        render: row => <Money amount={row.revenue} currency="EUR" />,
      },
      { key: 'orders', label: 'Orders', width: 84, align: 'end', sortable: true, render: row => row.orders },
      {
        key: 'valence',
        label: 'Valence',
        width: 96,
        sortable: true,
        render: row => <ValenceChip valence={row.valence} />,
      },
      {
        key: 'company',
        label: 'Company',
        render: row => row.company,
        edit: {
          field: { key: 'company', label: 'Company', type: 'text' },
          value: row => row.company,
          save: async (row, value) => {
            await new Promise(done => setTimeout(done, 300))
            if (!value) throw new Error('A company needs a name. Type one, or press Esc.')
            save(row, { company: String(value) })
          },
        },
      },
      { key: 'tags', label: 'Tags', width: 200, render: row => <TagList names={row.tags} /> },
      { key: 'owner', label: 'Owner', width: 150, render: row => <PersonLine name={row.owner} /> },
      {
        key: 'lastTouch',
        label: 'Last touch',
        width: 120,
        sortable: true,
        render: row => <RelativeTime at={row.lastTouch} />,
        phone: 'meta',
      },
    ]
  }, [])

  const rows = query.has('loading') ? [] : sorted.slice(0, shown)
  const place = rows.findIndex(row => row.id === openId)
  const open = rows[place]
  const loadMore = () => {
    setLoading(true)
    setTimeout(() => {
      setShown(count => count + 200)
      setLoading(false)
    }, 250)
  }
  return (
    <Page
      title="Contacts"
      layout="fill"
      actions={
        <>
          <Button variant="default">Import contacts</Button>
          <Button leftSection={<IconPlus size={16} />}>Create contact</Button>
        </>
      }
      toolbar={
        <ListToolbar
          end={
            <>
              <SearchBox value={search} onChange={setSearch} />
              <ColumnChooser columns={columns} layout={layout} onLayoutChange={setLayout} />
              <ExportMenu
                formats={[
                  { key: 'csv', label: 'CSV' },
                  { key: 'jsonl', label: 'JSON Lines' },
                ]}
                onExport={key => toast(`Exporting ${key}`)}
              />
            </>
          }
        >
          <ViewMenu
            allName="All contacts"
            views={[
              { id: 'v1', name: 'Loyal in Bohemia', shared: false, editable: true },
              { id: 'v2', name: 'At risk', shared: true, editable: false },
            ]}
            current={filters.length > 0 ? 'v1' : null}
            changed={filters.length > 0}
            onSelect={() => {}}
            onSave={() => {}}
            onSaveAs={() => {}}
            onRename={() => {}}
            onShare={() => {}}
            onDelete={() => {}}
          />
          <FilterBar fields={fields} filters={filters} onChange={setFilters} />
        </ListToolbar>
      }
    >
      <DataTable
        label="Contacts"
        columns={columns}
        rows={query.has('error') ? [] : rows}
        rowId={row => row.id}
        href={row => `?page=contact&id=${row.id}`}
        onOpen={row => setOpenId(row.id)}
        openId={openId ?? undefined}
        layout={layout}
        onLayoutChange={setLayout}
        sort={sort}
        onSortChange={setSort}
        loading={loading}
        hasMore={!query.has('loading') && shown < sorted.length}
        onLoadMore={loadMore}
        selected={selected}
        onSelectedChange={setSelected}
        bulkActions={
          <>
            <Button size="xs" variant="subtle" color="gray">
              Assign owner
            </Button>
            <Button size="xs" variant="subtle" color="gray">
              Add tag
            </Button>
            <Button size="xs" variant="subtle" color="red">
              Delete contacts
            </Button>
          </>
        }
        countText={`${format.count({ count: sorted.length, isEstimate: sorted.length > 5000 }).text} contacts`}
        empty={
          <EmptyState
            icon={IconUsers}
            title="Contacts appear here"
            description="Everyone your company knows, from every channel, on one list."
            action={<Button>Import contacts</Button>}
          />
        }
        error={
          query.has('error') ? (
            <ErrorState
              title="The contacts could not be loaded"
              description="Nothing was lost. Check the connection and try again."
              onRetry={() => {}}
              requestId="req_01hf9k2v"
            />
          ) : undefined
        }
      />
      <SideSheet
        opened={open !== undefined}
        onClose={() => setOpenId(null)}
        title={open?.name ?? ''}
        href={open && `?page=contact&id=${open.id}`}
        onPrevious={place > 0 ? () => setOpenId(rows[place - 1]!.id) : undefined}
        onNext={place < rows.length - 1 ? () => setOpenId(rows[place + 1]!.id) : undefined}
      >
        {open && (
          <FactList
            facts={[
              { label: 'E-mail', value: open.email },
              { label: 'Company', value: open.company },
              { label: 'Owner', value: open.owner },
              { label: 'Revenue', value: <Money amount={open.revenue} currency="EUR" /> },
              { label: 'Valence', value: <ValenceChip valence={open.valence} /> },
              { label: 'Tags', value: <TagList names={open.tags} /> },
            ]}
          />
        )}
      </SideSheet>
    </Page>
  )
}
