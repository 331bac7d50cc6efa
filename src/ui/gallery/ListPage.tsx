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
import { FilterBar } from '../toolbar/FilterBar.tsx'
import { ListToolbar } from '../toolbar/ListToolbar.tsx'
import { SearchBox } from '../toolbar/SearchBox.tsx'
import { FactList } from '../values/FactList.tsx'
import { Money } from '../values/Money.tsx'
import { PersonLine } from '../values/PersonLine.tsx'
import { RelativeTime } from '../values/RelativeTime.tsx'
import { lifecycles, people, sampleContacts, type SampleContact } from './sample-data.ts'

const optionsOf = (names: readonly string[]) => names.map(name => ({ value: name, label: name }))
const findOwner = async (query: string) => optionsOf(people.filter(name => name.toLowerCase().includes(query)))

const fields: Field[] = [
  { key: 'name', label: 'Name', type: 'text' },
  { key: 'lifecycle', label: 'Lifecycle', type: 'choice', options: optionsOf(lifecycles) },
  { key: 'owner', label: 'Owner', type: 'member', search: findOwner },
  { key: 'revenue', label: 'Revenue', type: 'money', currency: 'EUR' },
  { key: 'lastTouch', label: 'Last touch', type: 'date' },
]
const filtered: Filter[] = [
  { field: 'lifecycle', operator: 'in', value: 'loyal,advocate' },
  { field: 'revenue', operator: 'gte', value: '100000' },
]

/** `?page=list&rows=10000`, `&loading`, `&error`, `&filters`, `&selected=1,2`, `&sheet=1`. */
export function ListPage({ query }: { query: URLSearchParams }) {
  const format = useFormat()
  const [all, setAll] = useState(() => sampleContacts(Number(query.get('rows') ?? 10_000)))
  const [most, setMost] = useState(100)
  const [layout, setLayout] = useState(naturalLayout)
  const [sort, setSort] = useState<string | undefined>('-lastTouch')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(query.get('selected')?.split(',') ?? []))
  const [filters, setFilters] = useState<Filter[]>(query.has('filters') ? filtered : [])
  const [search, setSearch] = useState('')
  const [openId, setOpenId] = useState<string | null>(query.get('sheet'))
  const loading = query.has('loading')

  const sorted = useMemo(() => {
    const by = parseSort(sort)
    const found = all.filter(contact => contact.name.toLowerCase().includes(search.toLowerCase()))
    if (!by) return found
    const key = by.key as keyof SampleContact
    return found.toSorted((a, b) => (a[key] > b[key] ? 1 : a[key] < b[key] ? -1 : 0) * (by.descending ? -1 : 1))
  }, [all, sort, search])

  const columns = useMemo<TableColumn<SampleContact>[]>(() => {
    const replace = (contact: SampleContact) =>
      setAll(before => before.map(other => (other.id === contact.id ? contact : other)))
    const edit = (key: 'company' | 'lifecycle', field: Field): TableColumn<SampleContact>['edit'] => ({
      field,
      value: row => row[key],
      save: async (row, value) => {
        if (!value) throw new Error('Type a name, or press Esc.')
        replace({ ...row, [key]: String(value) })
        toastUndo(`Changed ${row.name}`, () => replace(row))
      },
    })
    return [
      { key: 'name', label: 'Name', width: 220, sortable: true, render: row => <PersonLine name={row.name} /> },
      { key: 'lifecycle', label: 'Lifecycle', render: row => row.lifecycle, edit: edit('lifecycle', fields[1]!) },
      {
        key: 'revenue',
        label: 'Revenue',
        align: 'end',
        sortable: true,
        phone: 'trailing',
        render: row => <Money amount={row.revenue} currency="EUR" />,
      },
      { key: 'company', label: 'Company', render: row => row.company, edit: edit('company', fields[0]!) },
      { key: 'owner', label: 'Owner', render: row => <PersonLine name={row.owner} /> },
      { key: 'lastTouch', label: 'Last touch', sortable: true, render: row => <RelativeTime at={row.lastTouch} /> },
    ]
  }, [])

  const rows = loading || query.has('error') ? [] : sorted.slice(0, most)
  const place = rows.findIndex(row => row.id === openId)
  const open = rows[place]
  const step = (row: SampleContact | undefined) => row && (() => setOpenId(row.id))
  return (
    <Page
      title="Contacts"
      layout="fill"
      actions={<Button leftSection={<IconPlus size={16} />}>Create contact</Button>}
      toolbar={
        <ListToolbar
          end={
            <>
              <SearchBox value={search} onChange={setSearch} />
              <ColumnChooser columns={columns} layout={layout} onLayoutChange={setLayout} />
            </>
          }
        >
          <FilterBar fields={fields} filters={filters} onChange={setFilters} />
        </ListToolbar>
      }
    >
      <DataTable
        label="Contacts"
        {...{ columns, rows, layout, sort, loading, selected }}
        rowId={row => row.id}
        href={row => `?page=list&sheet=${row.id}`}
        onOpen={row => setOpenId(row.id)}
        openId={openId ?? undefined}
        onLayoutChange={setLayout}
        onSortChange={setSort}
        hasMore={!loading && most < sorted.length}
        onLoadMore={() => setMost(most + 200)}
        onSelectedChange={setSelected}
        bulkActions={
          <Button size="xs" variant="subtle" color="gray" onClick={() => toast('Assigned')}>
            Assign owner
          </Button>
        }
        countText={`${format.count({ count: sorted.length, isEstimate: sorted.length > 5000 }).text} contacts`}
        empty={<EmptyState icon={IconUsers} title="Contacts appear here" description="Everyone your company knows." />}
        error={query.has('error') && <ErrorState title="The contacts could not be loaded" onRetry={() => {}} />}
      />
      <SideSheet
        opened={open !== undefined}
        onClose={() => setOpenId(null)}
        title={open?.name ?? ''}
        onPrevious={step(rows[place - 1])}
        onNext={step(rows[place + 1])}
      >
        {open && <FactList facts={[{ label: 'Company', value: open.company }]} />}
      </SideSheet>
    </Page>
  )
}
