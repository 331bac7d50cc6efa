import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { Suspense, useMemo, useState, type ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import type { Text } from '../../kernel/message-params.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { addressOf } from '../api/call.ts'
import { useInfiniteEndpoint, type EndlessList } from '../api/use-infinite-endpoint.ts'
import { useMessages, useText } from '../i18n/i18n.tsx'
import { DotsMenu, MenuItem } from '../layout/DotsMenu.tsx'
import { Page, type Crumb } from '../layout/Page.tsx'
import { useCreateButton } from '../screen/use-create-button.tsx'
import { urlValue, useUrlState } from '../screen/use-url-state.ts'
import { ListTable } from '../table/ListTable.tsx'
import { ColumnChooser } from '../toolbar/ColumnChooser.tsx'
import { ExportMenu } from '../toolbar/ExportMenu.tsx'
import { FilterBar } from '../toolbar/FilterBar.tsx'
import { ListToolbar } from '../toolbar/ListToolbar.tsx'
import { SearchBox } from '../toolbar/SearchBox.tsx'
import { useNoun } from './noun.ts'
import { RecordBulk, type BulkProps } from './RecordBulk.tsx'
import { columnsOf } from './record-columns.tsx'
import { useChangeRecord } from './use-change-record.ts'
import { useIsHeld, useIsTheirs, useMayWrite, type WebRecord } from './web-record.ts'

const messages = defineMessages('ui.record-list', {
  bin: 'Open bin',
  clear: 'Clear search and filters',
  first: 'Create the first one; files and connected systems bring them too.',
  held: 'Your own and those of your teams appear here.',
  noneText:
    'Nothing here fits {by, select, search {this search} filters {these filters} other {this search and these filters}}.',
})

/** What opens over a list. */
export interface SheetProps {
  id: string | undefined
  onClose: () => void
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
}

export interface CreateProps {
  onClose: () => void
  onCreated: (record: { id: string }) => void
}

/** What another way to show a list is given. */
export interface ListView<Row> {
  records: EndlessList<Row>
  /** What the API was asked. */
  query: Readonly<Record<string, string | string[]>>
  onOpen: (row: Row) => void
}

export interface RecordListProps<Row extends { id: string }> {
  record: WebRecord<Row, any>
  breadcrumbs?: readonly Crumb[]
  /** Where a row leads when that is not the record's own page. */
  hrefOf?: (row: Row) => string
  /** Narrows the list beside filters and search. */
  query?: Readonly<Record<string, string>>
  /** Further controls of the toolbar, after the views. */
  controls?: ReactNode
  /** Further items of the menu "More". */
  menu?: ReactNode
  /** What the search looks at, when that is worth saying. */
  searchLabel?: Text
  emptyText?: Text
  /** Keys of the fields that are given to several records at once. */
  bulk?: readonly string[]
  /** Further buttons for the selected records, or all of them where records are not changed so. */
  bulkActions?: (bulk: BulkProps<Row>) => ReactNode
  /** What opens over the list; `row` is there while the list holds the record. */
  sheet?: (sheet: SheetProps, row: Row | undefined) => ReactNode
  createDialog?: (dialog: CreateProps) => ReactNode
  /** Another way to show the records than the table; undefined shows the table. */
  children?: (view: ListView<Row>) => ReactNode
}

/** The list of a kind of records: search, filters, views, columns, export, selection, a record over the list, a new one. */
export function RecordList<Row extends { id: string }>(props: RecordListProps<Row>) {
  const { record, bulk = [], query, sheet, createDialog } = props
  const { href, endpoints, icon } = record
  const t = useMessages(messages)
  const text = useText()
  const noun = useNoun(record.noun)
  const can = record.host.useCan()
  const mayWrite = useMayWrite(record)
  const fields = record.useFields()
  const save = useChangeRecord(record)
  const isTheirs = useIsTheirs<Row>(record)
  const isHeld = useIsHeld(record) && props.emptyText === undefined
  const isEdited = mayWrite && endpoints.change !== undefined
  const columns = useMemo(
    () => columnsOf(fields, isEdited ? (row, change) => save(row.id, change) : undefined),
    [fields, isEdited, save],
  )
  const filterable = useMemo(() => fields.filter(field => field.filterable !== false), [fields])
  const list = record.host.useListState({
    object: record.table,
    allName: noun.say('all'),
    fields: filterable,
    columns: columns.map(column => column.key),
    hidden: fields.filter(field => field.isHidden).map(field => field.key),
    defaultSort: record.defaultSort,
  })
  const asked = { ...list.query, ...query }
  const records = useInfiniteEndpoint(
    endpoints.list,
    { query: { ...asked, limit: 100 } },
    { total: true },
  ) as EndlessList<Row>
  const [state, change] = useUrlState()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const mayCreate = createDialog !== undefined && mayWrite
  const create = useCreateButton(noun.many, noun.say('create'), mayCreate && (() => change({ new: 'record' })))
  const openId = urlValue(state, 'open')
  const open = (row: Row) => change({ open: row.id })
  const at = records.items.findIndex(row => row.id === openId)
  const step = (row: Row | undefined) => row && (() => change({ open: row.id }, 'replace'))
  const hasBulk = mayWrite && (bulk.length > 0 || props.bulkActions !== undefined)
  const chosen: BulkProps<Row> = {
    rows: records.items.filter(row => selected.has(row.id)),
    onDone: () => setSelected(new Set()),
  }

  const other = records.error ? undefined : props.children?.({ records, query: asked, onOpen: open })
  const clear = (
    <Button variant="default" onClick={list.clear}>
      {t('clear')}
    </Button>
  )
  const empty = list.isNarrowed
    ? {
        title: noun.say('noMatch'),
        description: t('noneText', { by: list.filters.length === 0 ? 'search' : list.q === '' ? 'filters' : 'both' }),
        action: clear,
      }
    : {
        icon,
        title: noun.say(isHeld ? 'noneVisible' : 'appear'),
        description: isHeld ? t('held') : props.emptyText ? text(props.emptyText) : create ? t('first') : undefined,
        action: create,
      }
  return (
    <Page
      title={noun.many}
      breadcrumbs={props.breadcrumbs}
      layout="fill"
      actions={
        <>
          {(props.menu || endpoints.listDeleted) && (
            <DotsMenu>
              {props.menu}
              {endpoints.listDeleted && <MenuItem icon={IconTrash} label={t('bin')} href={`${href}/bin`} />}
            </DotsMenu>
          )}
          {create}
        </>
      }
      toolbar={
        <ListToolbar
          end={
            <>
              <SearchBox
                value={list.q}
                onChange={list.setQ}
                label={props.searchLabel ? text(props.searchLabel) : noun.say('search')}
              />
              {other === undefined && (
                <ColumnChooser columns={columns} layout={list.layout} onLayoutChange={list.setLayout} />
              )}
              {endpoints.export && can(endpoints.export.access as Permission) && (
                <ExportMenu
                  formats={record.formats ?? (['csv', 'jsonl'] as const)}
                  hrefOf={format => addressOf(endpoints.export!, { query: { ...asked, format } })}
                />
              )}
            </>
          }
        >
          {list.viewMenu}
          {props.controls}
          <FilterBar fields={filterable} filters={list.filters} onChange={list.setFilters} />
        </ListToolbar>
      }
    >
      {other ?? (
        <ListTable<Row>
          label={noun.many}
          columns={columns}
          list={records}
          isEditable={isTheirs}
          href={props.hrefOf ?? (endpoints.get && (row => `${href}/${row.id}`))}
          onOpen={sheet && open}
          openId={openId}
          layout={list.layout}
          onLayoutChange={list.setLayout}
          sort={list.sort}
          onSortChange={list.setSort}
          selected={selected}
          onSelectedChange={hasBulk ? setSelected : undefined}
          bulkActions={
            bulk.length > 0 ? (
              <RecordBulk record={record} fields={fields} keys={bulk} {...chosen}>
                {props.bulkActions?.(chosen)}
              </RecordBulk>
            ) : (
              props.bulkActions?.(chosen)
            )
          }
          count={noun.count}
          empty={empty}
        />
      )}
      <Suspense>
        {(openId !== undefined || !records.loading) &&
          sheet?.(
            {
              id: openId,
              onClose: () => change({ open: undefined }),
              onPrevious: at > 0 ? step(records.items[at - 1]) : undefined,
              onNext: at >= 0 ? step(records.items[at + 1]) : undefined,
            },
            records.items[at],
          )}
        {urlValue(state, 'new') !== undefined &&
          createDialog?.({
            onClose: () => change({ new: undefined }, 'replace'),
            onCreated: made => change({ new: undefined, open: made.id }, 'replace'),
          })}
      </Suspense>
    </Page>
  )
}
