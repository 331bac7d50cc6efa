import { Button } from '@mantine/core'
import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { ProblemError } from '../api/problem-error.ts'
import { toast, toastUndo } from '../feedback/toast.ts'
import type { Filter } from '../fields/field.ts'
import { Page } from '../layout/Page.tsx'
import { SideSheet } from '../layout/SideSheet.tsx'
import { columnsOf } from '../record/record-columns.tsx'
import type { RecordField } from '../record/record-field.ts'
import { naturalLayout } from '../table/column-layout.ts'
import { ListTable } from '../table/ListTable.tsx'
import { parseSort } from '../table/table-types.ts'
import { ColumnChooser } from '../toolbar/ColumnChooser.tsx'
import { FilterBar } from '../toolbar/FilterBar.tsx'
import { ListToolbar } from '../toolbar/ListToolbar.tsx'
import { SearchBox } from '../toolbar/SearchBox.tsx'
import { FactList } from '../values/FactList.tsx'
import { PersonLine } from '../values/PersonLine.tsx'
import { lifecycles, people, sampleContacts, type SampleContact } from './sample-data.ts'

const optionsOf = (names: readonly string[]) => names.map(name => ({ value: name, label: name }))
const findOwner = async (query: string) => optionsOf(people.filter(name => name.toLowerCase().includes(query)))
const counted = { sortable: true, isReadOnly: true } as const

const fields: RecordField<SampleContact>[] = [
  { key: 'name', label: 'Name', type: 'text', width: 220, ...counted, render: row => <PersonLine name={row.name} /> },
  { key: 'lifecycle', label: 'Lifecycle', type: 'choice', width: 120, options: optionsOf(lifecycles) },
  { key: 'revenue', label: 'Revenue', type: 'money', currency: 'EUR', width: 120, ...counted, phone: 'trailing' },
  { key: 'company', label: 'Company', type: 'text', width: 180, filterable: false, phone: 'meta' },
  { key: 'owner', label: 'Owner', type: 'member', width: 180, search: findOwner, options: optionsOf(people) },
  { key: 'lastTouch', label: 'Last touch', type: 'date', width: 120, isInstant: true, ...counted },
]
const filtered: Filter[] = [
  { field: 'lifecycle', operator: 'in', value: 'loyal,advocate' },
  { field: 'revenue', operator: 'gte', value: '100000' },
]
const failure = new ProblemError({ status: 500, code: 'internal', title: 'Not loaded', detail: 'Try it again later.' })

/** `?page=list&rows=10000`, `&loading`, `&error`, `&filters`, `&selected=1,2`, `&sheet=1`. */
export function ListPage({ query }: { query: URLSearchParams }) {
  const [all, setAll] = useState(() => sampleContacts(Number(query.get('rows') ?? 10_000)))
  const [most, setMost] = useState(100)
  const [layout, setLayout] = useState(naturalLayout)
  const [sort, setSort] = useState<string | undefined>('-lastTouch')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(query.get('selected')?.split(',') ?? []))
  const [filters, setFilters] = useState<Filter[]>(query.has('filters') ? filtered : [])
  const [search, setSearch] = useState('')
  const [openId, setOpenId] = useState<string | null>(query.get('sheet'))
  const loading = query.has('loading')
  const error = query.has('error') ? failure : null

  const sorted = useMemo(() => {
    const by = parseSort(sort)
    const found = all.filter(contact => contact.name.toLowerCase().includes(search.toLowerCase()))
    if (!by) return found
    const key = by.key as keyof SampleContact
    return found.toSorted((a, b) => (a[key] > b[key] ? 1 : a[key] < b[key] ? -1 : 0) * (by.descending ? -1 : 1))
  }, [all, sort, search])

  const columns = useMemo(() => {
    const replace = (contact: SampleContact) =>
      setAll(before => before.map(other => (other.id === contact.id ? contact : other)))
    return columnsOf(fields, async (row, change) => {
      if (Object.values(change).includes(null)) throw new Error('Type a name, or press Esc.')
      replace({ ...row, ...change })
      toastUndo(`Changed ${row.name}`, () => replace(row))
    })
  }, [])

  const items = loading || error ? [] : sorted.slice(0, most)
  const place = items.findIndex(row => row.id === openId)
  const open = items[place]
  const step = (row: SampleContact | undefined) => row && (() => setOpenId(row.id))
  const list = {
    question: search,
    items,
    total: { count: sorted.length, isEstimate: sorted.length > 5000 },
    loading,
    outdated: false,
    loadingMore: false,
    hasMore: most < sorted.length,
    loadMore: () => setMost(most + 200),
    error,
    retry: () => {},
  }
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
      <ListTable
        label="Contacts"
        {...{ columns, list, layout, sort, selected }}
        href={row => `?page=list&sheet=${row.id}`}
        onOpen={row => setOpenId(row.id)}
        openId={openId ?? undefined}
        onLayoutChange={setLayout}
        onSortChange={setSort}
        onSelectedChange={setSelected}
        bulkActions={
          <Button size="xs" variant="subtle" color="gray" onClick={() => toast('Assigned')}>
            Assign owner
          </Button>
        }
        count={({ text }) => `${text} contacts`}
        empty={{ icon: IconUsers, title: 'Contacts appear here', description: 'Everyone your company knows.' }}
      />
      <SideSheet
        opened={open !== undefined}
        onClose={() => setOpenId(null)}
        title={open?.name ?? ''}
        onPrevious={step(items[place - 1])}
        onNext={step(items[place + 1])}
      >
        {open && <FactList facts={[{ label: 'Company', value: open.company }]} />}
      </SideSheet>
    </Page>
  )
}
