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
} from '@tabler/icons-react'
import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useMessages } from '../i18n/i18n.tsx'
import { arrange, moveColumn, resizeColumn, shiftColumn, showColumn, type ColumnLayout } from './column-layout.ts'
import classes from './TableHead.module.css'
import { tableMessages } from './table-messages.ts'
import { formatSort, minWidth, type Sort, type TableColumn } from './table-types.ts'
import type { ColumnHeader } from './use-column-table.ts'

export interface TableHeadProps<Row extends object> {
  id: string
  headers: readonly ColumnHeader<Row>[]
  columns: readonly TableColumn<Row>[]
  keys: readonly string[]
  layout: ColumnLayout
  onLayoutChange: (layout: ColumnLayout) => void
  sort: Sort | null
  onSortChange?: (sort: string | undefined) => void
  leading: ReactNode
  /** Told in words where a column went, for those who do not see it. */
  onMoved: (words: string) => void
}

const step = 24

export function TableHead<Row extends object>(props: TableHeadProps<Row>) {
  const { id, headers, columns, keys, layout, onLayoutChange, sort, onSortChange, leading, onMoved } = props
  const t = useMessages(tableMessages)
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)

  const announce = (key: string, next: ColumnLayout) => {
    const order = arrange(keys, next).filter(other => !next.hidden.includes(other))
    const column = columns.find(candidate => candidate.key === key)
    onMoved(t('moved', { column: column?.label ?? key, place: order.indexOf(key) + 1, total: order.length }))
  }
  const shift = (key: string, by: -1 | 1) => {
    const next = shiftColumn(keys, layout, key, by)
    // The name of the record stays first.
    if (arrange(keys, next)[0] !== keys[0]) return
    onLayoutChange(next)
    announce(key, next)
  }
  const resize = (header: ColumnHeader<Row>, by: number) =>
    onLayoutChange(resizeColumn(layout, header.column.id, Math.max(minWidth, header.getSize() + by)))
  const sortBy = (next: Sort | null) => onSortChange?.(next ? formatSort(next) : undefined)
  const cycle = (key: string) =>
    sortBy(sort?.key !== key ? { key, descending: false } : sort.descending ? null : { key, descending: true })

  const onKeyDown = (event: KeyboardEvent, header: ColumnHeader<Row>, place: number) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    if (by === 0 || (!event.altKey && !event.shiftKey)) return
    event.preventDefault()
    if (event.shiftKey) resize(header, by * step)
    else if (place > 0) shift(header.column.id, by)
  }
  const onDrop = (event: DragEvent, key: string) => {
    event.preventDefault()
    if (dragged && dragged !== key) {
      const next = moveColumn(keys, layout, dragged, key)
      onLayoutChange(next)
      announce(dragged, next)
    }
    setDragged(null)
    setOver(null)
  }

  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.row}>
        <div role="columnheader" aria-colindex={1} className={classes.leading}>
          {leading || <span className="visually-hidden">{t('rowSelection')}</span>}
        </div>
        {headers.map((header, place) => {
          const column = columns[place]!
          const sorted = sort?.key === column.key ? sort : null
          const label = <span className={classes.label}>{column.label}</span>
          return (
            <div
              key={column.key}
              id={`${id}-h${place}`}
              role="columnheader"
              aria-colindex={place + 2}
              aria-sort={
                sorted ? (sorted.descending ? 'descending' : 'ascending') : column.sortable ? 'none' : undefined
              }
              className={classes.cell}
              data-align={column.align}
              data-primary-cell={place === 0 || undefined}
              data-dragged={dragged === column.key || undefined}
              data-over={(over === column.key && dragged !== column.key) || undefined}
              draggable={place > 0}
              onDragStart={event => {
                event.dataTransfer.effectAllowed = 'move'
                setDragged(column.key)
              }}
              onDragEnd={() => {
                setDragged(null)
                setOver(null)
              }}
              onDragOver={event => {
                if (!dragged || place === 0) return
                event.preventDefault()
                setOver(column.key)
              }}
              onDrop={event => place > 0 && onDrop(event, column.key)}
              onKeyDown={event => onKeyDown(event, header, place)}
            >
              {column.sortable && onSortChange ? (
                <button type="button" className={classes.sort} onClick={() => cycle(column.key)}>
                  {label}
                  {sorted &&
                    (sorted.descending ? (
                      <IconArrowDown size={13} aria-hidden />
                    ) : (
                      <IconArrowUp size={13} aria-hidden />
                    ))}
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
                  {column.sortable && onSortChange && (
                    <>
                      <Menu.Item
                        leftSection={<IconArrowUp size={14} />}
                        onClick={() => sortBy({ key: column.key, descending: false })}
                      >
                        {t('ascending')}
                      </Menu.Item>
                      <Menu.Item
                        leftSection={<IconArrowDown size={14} />}
                        onClick={() => sortBy({ key: column.key, descending: true })}
                      >
                        {t('descending')}
                      </Menu.Item>
                      {sorted && (
                        <Menu.Item leftSection={<IconX size={14} />} onClick={() => sortBy(null)}>
                          {t('unsort')}
                        </Menu.Item>
                      )}
                      <Menu.Divider />
                    </>
                  )}
                  {place > 1 && (
                    <Menu.Item leftSection={<IconArrowLeft size={14} />} onClick={() => shift(column.key, -1)}>
                      {t('left')}
                    </Menu.Item>
                  )}
                  {place > 0 && place < headers.length - 1 && (
                    <Menu.Item leftSection={<IconArrowRight size={14} />} onClick={() => shift(column.key, 1)}>
                      {t('right')}
                    </Menu.Item>
                  )}
                  <Menu.Item
                    leftSection={<IconArrowsDiff size={14} />}
                    onClick={() => resize(header, step * 2)}
                    closeMenuOnClick={false}
                  >
                    {t('wider')}
                  </Menu.Item>
                  <Menu.Item
                    leftSection={<IconArrowsMinimize size={14} />}
                    onClick={() => resize(header, -step * 2)}
                    closeMenuOnClick={false}
                  >
                    {t('narrower')}
                  </Menu.Item>
                  {place > 0 && (
                    <>
                      <Menu.Divider />
                      <Menu.Item
                        leftSection={<IconEyeOff size={14} />}
                        onClick={() => onLayoutChange(showColumn(layout, column.key, false))}
                      >
                        {t('hide')}
                      </Menu.Item>
                    </>
                  )}
                </Menu.Dropdown>
              </Menu>
              <div
                aria-hidden
                className={classes.handle}
                data-resizing={header.column.getIsResizing() || undefined}
                draggable
                onDragStart={event => {
                  event.preventDefault()
                  event.stopPropagation()
                }}
                onMouseDown={header.getResizeHandler()}
                onTouchStart={header.getResizeHandler()}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
