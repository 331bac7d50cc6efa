import { Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsDiff,
  IconArrowsMinimize,
  IconArrowUp,
  IconChevronDown,
  IconEyeOff,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useMessages } from '../i18n/i18n.tsx'
import { arrange, moveColumn, resizeColumn, shiftColumn, showColumn, type ColumnLayout } from './column-layout.ts'
import classes from './TableHead.module.css'
import { tableMessages } from './table-messages.ts'
import { formatSort, type Sort, type TableColumn } from './table-types.ts'
import type { TableColumns } from './use-columns.ts'

export interface TableHeadProps<Row> extends TableColumns<Row> {
  id: string
  layout: ColumnLayout
  onLayoutChange: (layout: ColumnLayout) => void
  sort: Sort | null
  onSortChange?: (sort: string | undefined) => void
  leading: ReactNode
  /** Told in words where a column went, for those who do not see it. */
  onMoved: (words: string) => void
}

const step = 24

type Option = 'ascending' | 'descending' | 'unsort' | 'left' | 'right' | 'wider' | 'narrower' | 'hide'

export function TableHead<Row>(props: TableHeadProps<Row>) {
  const { id, visible, keys, widthOf, dragEdge, draggedKey } = props
  const { layout, onLayoutChange, sort, onSortChange, leading, onMoved } = props
  const t = useMessages(tableMessages)
  const [moved, setMoved] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)

  const announce = (key: string, next: ColumnLayout) => {
    const order = arrange(keys, next).filter(other => !next.hidden.includes(other))
    const column = visible.find(candidate => candidate.key === key)
    onMoved(t('moved', { column: column?.label ?? key, place: order.indexOf(key) + 1, total: order.length }))
  }
  const shift = (key: string, by: -1 | 1) => {
    const next = shiftColumn(keys, layout, key, by)
    // The name of the record stays first.
    if (arrange(keys, next)[0] !== keys[0]) return
    onLayoutChange(next)
    announce(key, next)
  }
  const resize = (column: TableColumn<Row>, by: number) =>
    onLayoutChange(resizeColumn(layout, column.key, widthOf(column) + by))
  const sortBy = (next: Sort | null) => onSortChange?.(next ? formatSort(next) : undefined)
  const cycle = (key: string) =>
    sortBy(sort?.key !== key ? { key, descending: false } : sort.descending ? null : { key, descending: true })

  const onKeyDown = (event: KeyboardEvent, column: TableColumn<Row>, place: number) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (by === 0 || (!event.altKey && !event.shiftKey)) return
    event.preventDefault()
    if (event.shiftKey) resize(column, by * step)
    else if (place > 0) shift(column.key, by)
  }
  const endMove = () => {
    setMoved(null)
    setOver(null)
  }
  const onDrop = (event: DragEvent, key: string) => {
    event.preventDefault()
    if (moved && moved !== key) {
      const next = moveColumn(keys, layout, moved, key)
      onLayoutChange(next)
      announce(moved, next)
    }
    endMove()
  }
  const option = (word: Option, Icon: TablerIcon, run: () => void) => (
    <Menu.Item
      key={word}
      leftSection={<Icon size={14} />}
      closeMenuOnClick={word !== 'wider' && word !== 'narrower'}
      onClick={run}
    >
      {t(word)}
    </Menu.Item>
  )

  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.row}>
        <div role="columnheader" aria-colindex={1} className={classes.leading}>
          {leading || <span className="visually-hidden">{t('rowSelection')}</span>}
        </div>
        {visible.map((column, place) => {
          const { key } = column
          const sortable = column.sortable && onSortChange !== undefined
          const sorted = sort?.key === key ? (sort.descending ? 'descending' : 'ascending') : null
          const label = <span className={classes.label}>{column.label}</span>
          return (
            <div
              key={key}
              id={`${id}-h${place}`}
              role="columnheader"
              aria-colindex={place + 2}
              aria-sort={sorted ?? (column.sortable ? 'none' : undefined)}
              className={classes.cell}
              data-align={column.align}
              data-primary-cell={place === 0 || undefined}
              data-dragged={moved === key || undefined}
              data-over={(over === key && moved !== key) || undefined}
              draggable={place > 0}
              onDragStart={event => {
                event.dataTransfer.effectAllowed = 'move'
                setMoved(key)
              }}
              onDragEnd={endMove}
              onDragOver={event => {
                if (!moved || place === 0) return
                event.preventDefault()
                setOver(key)
              }}
              onDrop={event => place > 0 && onDrop(event, key)}
              onKeyDown={event => onKeyDown(event, column, place)}
              onClick={event => sortable && event.target === event.currentTarget && cycle(key)}
            >
              {sortable ? (
                <button type="button" className={classes.sort} onClick={() => cycle(key)}>
                  {label}
                  {sorted === 'descending' && <IconArrowDown size={13} aria-hidden />}
                  {sorted === 'ascending' && <IconArrowUp size={13} aria-hidden />}
                </button>
              ) : (
                <span className={classes.sort}>{label}</span>
              )}
              <Menu position="bottom-start" withinPortal>
                <Menu.Target>
                  <button type="button" className={classes.menu} aria-label={t('columnMenu', { column: column.label })}>
                    <IconChevronDown size={13} aria-hidden />
                  </button>
                </Menu.Target>
                <Menu.Dropdown>
                  {sortable && option('ascending', IconArrowUp, () => sortBy({ key, descending: false }))}
                  {sortable && option('descending', IconArrowDown, () => sortBy({ key, descending: true }))}
                  {sortable && sorted && option('unsort', IconX, () => sortBy(null))}
                  {sortable && <Menu.Divider />}
                  {place > 1 && option('left', IconArrowLeft, () => shift(key, -1))}
                  {place > 0 && place < visible.length - 1 && option('right', IconArrowRight, () => shift(key, 1))}
                  {option('wider', IconArrowsDiff, () => resize(column, step * 2))}
                  {option('narrower', IconArrowsMinimize, () => resize(column, -step * 2))}
                  {place > 0 && <Menu.Divider />}
                  {place > 0 && option('hide', IconEyeOff, () => onLayoutChange(showColumn(layout, key, false)))}
                </Menu.Dropdown>
              </Menu>
              <div
                aria-hidden
                className={classes.handle}
                data-resizing={draggedKey === key || undefined}
                draggable
                onDragStart={event => {
                  event.preventDefault()
                  event.stopPropagation()
                }}
                onPointerDown={event => dragEdge(column, event)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
