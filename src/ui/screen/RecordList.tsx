import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPlus, IconTrash, type Icon } from '@tabler/icons-react'
import { Suspense, useState, type ReactNode } from 'react'
import type { WordedNumber } from '../../kernel/message-params.ts'
import { defineMessages } from '../../kernel/messages.ts'
import { addressOf, type AnyEndpoint } from '../api/call.ts'
import type { EndlessList } from '../api/use-infinite-endpoint.ts'
import type { Field } from '../fields/field.ts'
import { useFormat, useMessages } from '../i18n/i18n.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { EmptyState } from '../layout/EmptyState.tsx'
import { Link } from '../layout/Link.tsx'
import { Page } from '../layout/Page.tsx'
import { DataTable } from '../table/DataTable.tsx'
import type { TableColumn } from '../table/table-types.ts'
import { ColumnChooser } from '../toolbar/ColumnChooser.tsx'
import { ExportMenu } from '../toolbar/ExportMenu.tsx'
import { FilterBar } from '../toolbar/FilterBar.tsx'
import { ListToolbar } from '../toolbar/ListToolbar.tsx'
import { SearchBox } from '../toolbar/SearchBox.tsx'
import type { ListState } from './list-state.ts'
import { ProblemState } from './ProblemState.tsx'
import { one, useUrlState } from './use-url-state.ts'

const messages = defineMessages('ui.record-list', { more: 'More', bin: 'Open bin', clear: 'Clear search and filters' })

export interface RecordListProps<Row> {
  label: string
  /** Address of the list; a record is one below it, the bin at `/bin`. */
  href: string
  icon: Icon
  state: ListState
  fields: readonly Field[]
  columns: readonly TableColumn<Row>[]
  records: EndlessList<Row>
  mayWrite: boolean
  /** Absent for those who may not export. */
  download: { endpoint: AnyEndpoint; formats: readonly { key: string; label: string }[] } | undefined
  /** Further items of the menu "More". */
  menu?: ReactNode
  texts: {
    create: string
    search: string
    count: (count: WordedNumber) => string
    emptyTitle: string
    emptyText: string
    noneTitle: string
    noneText: string
  }
  bulkActions: (rows: Row[], onDone: () => void) => ReactNode
  sheet: (sheet: {
    id: string | undefined
    onClose: () => void
    onPrevious: (() => void) | undefined
    onNext: (() => void) | undefined
  }) => ReactNode
  createDialog: (dialog: { onClose: () => void; onCreated: (record: { id: string }) => void }) => ReactNode
}

/** The list of a kind of records: search, filters, views, columns, export, selection, a record over the list, a new one. */
export function RecordList<Row extends { id: string }>(props: RecordListProps<Row>) {
  const { label, href, icon, state: list, fields, columns, records, mayWrite, download, menu, texts } = props
  const t = useMessages(messages)
  const format = useFormat()
  const [state, change] = useUrlState()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const create = () => change({ new: 'record' })
  useShortcuts(label, mayWrite ? [{ keys: 'c', label: texts.create, run: create }] : [])
  const openId = one(state, 'open')
  const at = records.items.findIndex(row => row.id === openId)
  const openRow = (index: number) =>
    records.items[index] ? () => change({ open: records.items[index]!.id }, 'replace') : undefined

  return (
    <Page
      title={label}
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
              {menu}
              <Menu.Item component={Link} href={`${href}/bin`} leftSection={<IconTrash size={14} />}>
                {t('bin')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {mayWrite && (
            <Button leftSection={<IconPlus size={15} />} onClick={create}>
              {texts.create}
            </Button>
          )}
        </>
      }
      toolbar={
        <ListToolbar
          end={
            <>
              <SearchBox value={list.q} onChange={list.setQ} label={texts.search} />
              <ColumnChooser columns={columns} layout={list.layout} onLayoutChange={list.setLayout} />
              {download && (
                <ExportMenu
                  formats={download.formats}
                  onExport={key =>
                    location.assign(addressOf(download.endpoint, { query: { ...list.query, format: key } }))
                  }
                />
              )}
            </>
          }
        >
          {list.viewMenu}
          <FilterBar fields={fields} filters={list.filters} onChange={list.setFilters} />
        </ListToolbar>
      }
    >
      <DataTable
        label={label}
        columns={columns}
        rows={records.items}
        rowId={row => row.id}
        href={row => `${href}/${row.id}`}
        onOpen={row => change({ open: row.id })}
        openId={openId}
        layout={list.layout}
        onLayoutChange={list.setLayout}
        sort={list.sort}
        onSortChange={list.setSort}
        loading={records.loading || records.loadingMore}
        hasMore={records.hasMore}
        onLoadMore={records.loadMore}
        selected={selected}
        onSelectedChange={mayWrite ? setSelected : undefined}
        bulkActions={props.bulkActions(
          records.items.filter(row => selected.has(row.id)),
          () => setSelected(new Set()),
        )}
        countText={records.total && texts.count(format.count(records.total))}
        error={records.error && <ProblemState problem={records.error} onRetry={records.retry} />}
        empty={
          list.isNarrowed ? (
            <EmptyState
              title={texts.noneTitle}
              description={texts.noneText}
              action={
                <Button variant="default" onClick={list.clear}>
                  {t('clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={icon}
              title={texts.emptyTitle}
              description={texts.emptyText}
              action={mayWrite && <Button onClick={create}>{texts.create}</Button>}
            />
          )
        }
      />
      <Suspense>
        {(openId !== undefined || !records.loading) &&
          props.sheet({
            id: openId,
            onClose: () => change({ open: undefined }),
            onPrevious: at > 0 ? openRow(at - 1) : undefined,
            onNext: at >= 0 ? openRow(at + 1) : undefined,
          })}
        {one(state, 'new') !== undefined &&
          props.createDialog({
            onClose: () => change({ new: undefined }, 'replace'),
            onCreated: record => change({ new: undefined, open: record.id }, 'replace'),
          })}
      </Suspense>
    </Page>
  )
}
