import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react'
import { useMessages } from '../i18n/i18n.tsx'
import { pressToken } from '../keyboard/shortcut-keys.ts'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { isPlainClick, useNavigateTo } from '../layout/Link.tsx'
import { useIsPhone } from '../layout/use-is-phone.ts'
import { BulkBar } from './BulkBar.tsx'
import { naturalLayout } from './column-layout.ts'
import type { DataTableProps } from './data-table-props.ts'
import classes from './DataTable.module.css'
import { gridAction, type GridPosition } from './grid-keys.ts'
import { PhoneList } from './PhoneList.tsx'
import { SelectBox } from './SelectBox.tsx'
import { extendTo, nothing, selectAll, toggleRow, type Selection } from './selection.ts'
import { TableHead } from './TableHead.tsx'
import { tableMessages } from './table-messages.ts'
import { SkeletonRow, TableRow } from './TableRow.tsx'
import { parseSort, rowHeight } from './table-types.ts'
import { useColumns } from './use-columns.ts'

const noSelection: ReadonlySet<string> = new Set()
const ignore = () => {}
const always = () => true

/** A list of any length: virtual rows, endless loading, arranged columns, selection, inline edit, all by keyboard too. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const phone = useIsPhone()
  return phone ? <PhoneList {...props} /> : <WideTable {...props} />
}

function WideTable<Row extends object>({
  label,
  columns,
  question,
  rows,
  rowId,
  isEditable = always,
  href,
  onOpen,
  openId,
  layout = naturalLayout,
  onLayoutChange = ignore,
  sort,
  onSortChange,
  loading = false,
  hasMore = false,
  onLoadMore,
  selected = noSelection,
  onSelectedChange,
  bulkActions,
  countText,
  empty,
  error,
}: DataTableProps<Row>) {
  const t = useMessages(tableMessages)
  const navigate = useNavigateTo()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const arranged = useColumns(columns, layout, onLayoutChange)
  const { visible } = arranged
  const [active, setActive] = useState<GridPosition>({ row: -1, column: 0 })
  const [editing, setEditing] = useState<GridPosition | null>(null)
  const range = useRef<Selection>(nothing)
  const [said, say] = useState('')
  const selectable = onSelectedChange !== undefined

  const showsRows = !error && (rows.length > 0 || loading)
  const placeholders = loading || hasMore ? (rows.length === 0 ? 24 : 3) : 0
  const virtualizer = useVirtualizer({
    count: error ? 0 : rows.length + placeholders,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingStart: rowHeight,
  })
  useEffect(() => void scroller.current?.scrollTo({ top: 0 }), [question])
  const items = virtualizer.getVirtualItems()
  const lastSeen = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !loading && !error && lastSeen >= rows.length - 15) onLoadMore?.()
  }, [hasMore, loading, error, lastSeen, rows.length, onLoadMore])

  const widths = [selectable ? 36 : 12, ...visible.map(arranged.widthOf)]
  const style = {
    '--lead': `${widths[0]}px`,
    '--columns': `${widths.map(width => `${width}px`).join(' ')} minmax(0, 1fr)`,
    '--table-width': `${widths.reduce((sum, width) => sum + width)}px`,
  } as CSSProperties

  const order = () => rows.filter(isEditable).map(rowId)
  const select = (next: Selection) => {
    range.current = next
    onSelectedChange?.(next.ids)
  }
  const selection = (): Selection => ({ ...range.current, ids: selected })
  const toggle = (row: Row, extend: boolean) => {
    if (isEditable(row))
      select(extend ? extendTo(selection(), order(), rowId(row)) : toggleRow(selection(), rowId(row)))
  }

  const open = (row: Row, newTab: boolean) => {
    const address = href?.(row)
    if (newTab && address) window.open(address, '_blank', 'noopener')
    else if (onOpen) onOpen(row)
    else if (address) navigate(address)
  }

  const edit = (at: GridPosition) => {
    const column = visible[at.column]?.edit ? at.column : visible.findIndex(candidate => candidate.edit)
    const row = rows[at.row]
    if (row && isEditable(row) && column >= 0) setEditing({ row: at.row, column })
  }

  const moveTo = (to: GridPosition, extend: boolean) => {
    if (extend && selectable) {
      const from = rows[Math.max(0, active.row)]
      const target = rows[to.row]
      if (from && target) {
        const begins = (range.current.anchor === null || active.row < 0) && isEditable(from)
        const base = begins ? anchored(selection(), rowId(from)) : selection()
        select(extendTo(base, order(), rowId(target)))
      }
    } else if (to.row !== active.row) {
      range.current = { ...range.current, anchor: null, before: selected }
    }
    setActive(to)
    virtualizer.scrollToIndex(to.row, { align: 'auto' })
    if (to.column !== active.column)
      document.getElementById(`${id}-h${to.column}`)?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }

  const openRow = openId === undefined ? -1 : rows.findIndex(row => rowId(row) === openId)
  // The sheet over the list pages through the rows.
  useEffect(() => {
    if (openRow < 0) return
    range.current = { ...range.current, anchor: null }
    setActive(at => ({ ...at, row: openRow }))
    virtualizer.scrollToIndex(openRow, { align: 'auto' })
  }, [openRow, virtualizer])

  /** True when the press was the grid's. */
  const press = (token: string): boolean => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2)
    const action = gridAction(token, active, { rows: rows.length, columns: visible.length, page })
    if (!action) return false
    const row = rows[active.row]
    if (action.kind === 'move') moveTo(action.to, action.extend)
    else if (action.kind === 'open' && row) open(row, action.newTab)
    else if (action.kind === 'toggle' && row && selectable) toggle(row, false)
    else if (action.kind === 'edit') edit(active)
    else if (action.kind === 'selectAll' && selectable) select(selectAll(order()))
    else if (action.kind === 'clear' && selected.size > 0) select(nothing)
    else return false
    return true
  }

  const onKeyDown = (event: KeyboardEvent) => {
    // Letters come through the shortcut registry, so that they work wherever the focus is and show in the sheet.
    const token = pressToken(event.nativeEvent)
    if (event.target !== scroller.current || /^(shift\+)?[a-z]$/.test(token)) return
    if (press(token)) event.preventDefault()
  }
  const letter = (token: string) => () => {
    if (press(token)) scroller.current?.focus({ preventScroll: true })
  }
  useShortcuts(t('group'), [
    { keys: 'j', label: t('next'), run: letter('j') },
    { keys: 'k', label: t('previous'), run: letter('k') },
    ...(selectable
      ? [
          { keys: 'x', label: t('select'), run: letter('x') },
          { keys: 'shift+j', label: t('extendDown'), run: letter('shift+j') },
          { keys: 'shift+k', label: t('extendUp'), run: letter('shift+k') },
        ]
      : []),
    ...(columns.some(column => column.edit) ? [{ keys: 'e', label: t('edit'), run: letter('e') }] : []),
  ])

  const placeOf = (event: MouseEvent) => {
    const target = event.target as HTMLElement
    const row = Number(target.closest<HTMLElement>('[data-row]')?.dataset.row ?? -1)
    const column = Number(target.closest<HTMLElement>('[data-cell]')?.dataset.cell ?? 0)
    return { row, column, target }
  }
  const onClick = (event: MouseEvent) => {
    const { row: index, column, target } = placeOf(event)
    const row = rows[index]
    if (!row || editing || target.closest('[data-editor]')) return
    if (target.closest('[data-select]')) {
      setActive({ row: index, column: active.column })
      toggle(row, event.shiftKey)
      return
    }
    const link = target.closest('a, button, input')
    if (link && !(link as HTMLElement).dataset.primary) return
    if (event.shiftKey && selectable) {
      event.preventDefault()
      toggle(row, true)
      return
    }
    setActive({ row: index, column })
    if (link && !isPlainClick(event)) return
    event.preventDefault()
    // In a cell that can be edited the first click picks it and the second edits; elsewhere a click opens the record.
    if (visible[column]?.edit && isEditable(row) && !link) return scroller.current?.focus({ preventScroll: true })
    if (event.detail > 1 || String(window.getSelection() ?? '').length > 0) return
    open(row, event.metaKey || event.ctrlKey)
  }
  const onDoubleClick = (event: MouseEvent) => {
    const at = placeOf(event)
    if (visible[at.column]?.edit && !at.target.closest('[data-editor]')) edit(at)
  }
  const endEdit = (move: -1 | 0 | 1) => {
    const at = editing
    const step =
      at && move !== 0 ? visible.findIndex((column, index) => column.edit && (index - at.column) * move > 0) : -1
    setEditing(at && step >= 0 ? { row: at.row, column: step } : null)
    if (step < 0) scroller.current?.focus({ preventScroll: true })
  }

  const offered = order()
  const allSelected = offered.length > 0 && offered.every(id => selected.has(id))
  return (
    <div className={classes.wrap}>
      <div
        ref={scroller}
        className={classes.scroller}
        style={style}
        role="grid"
        aria-label={label}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        aria-colcount={visible.length + 1}
        aria-multiselectable={selectable || undefined}
        aria-busy={loading}
        aria-activedescendant={active.row >= 0 && !editing ? `${id}-${active.row}-${active.column}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={event => {
          if (event.target === scroller.current && active.row < 0 && rows.length > 0) setActive({ row: 0, column: 0 })
        }}
      >
        <TableHead
          id={id}
          {...arranged}
          layout={layout}
          onLayoutChange={onLayoutChange}
          sort={parseSort(sort)}
          onSortChange={onSortChange}
          onMoved={say}
          leading={
            selectable &&
            offered.length > 0 && (
              <SelectBox
                label={t('selectAll')}
                checked={allSelected}
                partly={!allSelected && selected.size > 0}
                onToggle={() => select(allSelected ? nothing : selectAll(offered))}
                tabbable
              />
            )
          }
        />
        {showsRows && (
          <div
            role="rowgroup"
            className={classes.body}
            data-selecting={selected.size > 0 || undefined}
            style={{ height: virtualizer.getTotalSize() }}
            onClick={onClick}
            onDoubleClick={onDoubleClick}
          >
            {items.map(item => {
              const row = rows[item.index]
              if (!row)
                return <SkeletonRow key={`s${item.index}`} index={item.index} start={item.start} columns={visible} />
              const key = rowId(row)
              const isActive = item.index === active.row
              return (
                <TableRow
                  key={key}
                  id={id}
                  row={row}
                  index={item.index}
                  start={item.start}
                  columns={visible}
                  editable={isEditable(row)}
                  href={href?.(row)}
                  selectable={selectable && isEditable(row)}
                  selected={selected.has(key)}
                  open={openId === key}
                  activeColumn={isActive ? active.column : -1}
                  editingColumn={editing?.row === item.index ? editing.column : -1}
                  onEditEnd={endEdit}
                />
              )
            })}
          </div>
        )}
      </div>
      {!showsRows && <div className={classes.slot}>{error ?? empty}</div>}
      {selected.size > 0 && <BulkBar count={selected.size} onClear={() => select(nothing)} actions={bulkActions} />}
      <div className={classes.foot} role="status">
        {countText}
        {loading && rows.length > 0 && <span>{t('loadingMore')}</span>}
        <span className="visually-hidden">{said}</span>
      </div>
    </div>
  )
}

function anchored(selection: Selection, id: string): Selection {
  return { ids: new Set([...selection.ids, id]), anchor: id, before: selection.ids }
}
