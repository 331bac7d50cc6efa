import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type MouseEvent } from 'react'
import { useMessages } from '../i18n/i18n.tsx'
import { isPlainClick, useNavigateTo } from '../layout/Link.tsx'
import { SkeletonLine } from '../layout/SkeletonRows.tsx'
import { SmallButton } from '../layout/SmallButton.tsx'
import { BulkBar } from './BulkBar.tsx'
import type { DataTableProps } from './data-table-props.ts'
import classes from './PhoneList.module.css'
import { SelectBox } from './SelectBox.tsx'
import { tableMessages } from './table-messages.ts'
import type { TableColumn } from './table-types.ts'

const itemHeight = 58
const always = () => true

/** The table on a phone: two lines a row, the same loading, selection and slots. */
export function PhoneList<Row extends object>(props: DataTableProps<Row>) {
  const {
    label,
    columns,
    question,
    rows,
    rowId,
    isEditable = always,
    href,
    onOpen,
    layout,
    loading = false,
    hasMore = false,
    onLoadMore,
  } = props
  const { selected = new Set(), onSelectedChange, bulkActions, countText, empty, error } = props
  const t = useMessages(tableMessages)
  const navigate = useNavigateTo()
  const scroller = useRef<HTMLDivElement>(null)
  const [selecting, setSelecting] = useState(false)
  const placeholders = loading || hasMore ? (rows.length === 0 ? 12 : 2) : 0
  const virtualizer = useVirtualizer({
    count: error ? 0 : rows.length + placeholders,
    getScrollElement: () => scroller.current,
    estimateSize: () => itemHeight,
    overscan: 8,
  })
  useEffect(() => void scroller.current?.scrollTo({ top: 0 }), [question])
  const items = virtualizer.getVirtualItems()
  const lastSeen = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !loading && !error && lastSeen >= rows.length - 15) onLoadMore?.()
  }, [hasMore, loading, error, lastSeen, rows.length, onLoadMore])

  const visible = columns.filter((column, index) => index === 0 || !layout?.hidden.includes(column.key))
  const title = visible.find(column => column.phone === 'title') ?? visible[0]!
  const trailing = visible.find(column => column.phone === 'trailing')
  const marked = visible.filter(column => column.phone === 'meta')
  const meta =
    marked.length > 0 ? marked : visible.filter(column => column !== title && column.phone === undefined).slice(0, 2)
  const toggle = (row: Row) => {
    if (!isEditable(row)) return
    const next = new Set(selected)
    const key = rowId(row)
    if (!next.delete(key)) next.add(key)
    onSelectedChange?.(next)
  }

  const Item = href ? 'a' : 'button'

  return (
    <div className={classes.wrap}>
      {!error && (rows.length > 0 || loading) ? (
        <div ref={scroller} className={classes.scroller}>
          <div
            role="list"
            aria-label={label}
            aria-busy={loading}
            style={{ height: virtualizer.getTotalSize() }}
            className={classes.list}
          >
            {items.map(item => {
              const row = rows[item.index]
              const place = { transform: `translateY(${item.start}px)` }
              if (!row) {
                return (
                  <div key={item.index} role="listitem" className={classes.item} style={place}>
                    <span className={classes.text}>
                      <SkeletonLine width="55%" />
                      <SkeletonLine width="35%" />
                    </span>
                  </div>
                )
              }
              const key = rowId(row)
              return (
                <div
                  key={key}
                  role="listitem"
                  className={classes.item}
                  style={place}
                  data-selected={selected.has(key) || undefined}
                >
                  {selecting && isEditable(row) && (
                    <SelectBox
                      label={t('selectRow')}
                      checked={selected.has(key)}
                      onToggle={() => toggle(row)}
                      tabbable
                    />
                  )}
                  <Item
                    className={classes.link}
                    href={href?.(row)}
                    onClick={(event: MouseEvent) => {
                      if (!isPlainClick(event)) return
                      event.preventDefault()
                      if (selecting) toggle(row)
                      else if (onOpen) onOpen(row)
                      else if (href) navigate(href(row))
                    }}
                  >
                    <span className={classes.text}>
                      <span className={classes.title}>{title.render(row)}</span>
                      <Meta columns={meta} row={row} />
                    </span>
                    {trailing && <span className={classes.trailing}>{trailing.render(row)}</span>}
                  </Item>
                </div>
              )
            })}
          </div>
        </div>
      ) : (
        <div className={classes.scroller}>{error ?? empty}</div>
      )}
      {selected.size > 0 && (
        <BulkBar count={selected.size} onClear={() => onSelectedChange?.(new Set())} actions={bulkActions} />
      )}
      <div className={classes.foot}>
        <span role="status">{countText}</span>
        {onSelectedChange && rows.length > 0 && (
          <SmallButton
            label={selecting ? t('stopSelecting') : t('startSelecting')}
            tone="accent"
            compact
            onClick={() => setSelecting(!selecting)}
            aria-pressed={selecting}
          />
        )}
      </div>
    </div>
  )
}

function Meta<Row>({ columns, row }: { columns: readonly TableColumn<Row>[]; row: Row }) {
  return (
    <span className={classes.meta}>
      {columns.map(column => (
        <span key={column.key} className={classes.part}>
          {(column.renderOnPhone ?? column.render)(row)}
        </span>
      ))}
    </span>
  )
}
