import { memo, type ReactElement, type ReactNode } from 'react'
import { useMessages } from '../i18n/i18n.tsx'
import { SkeletonLine } from '../layout/SkeletonRows.tsx'
import classes from './DataTable.module.css'
import { InlineEditor } from './InlineEditor.tsx'
import { SelectBox } from './SelectBox.tsx'
import { tableMessages } from './table-messages.ts'
import type { TableColumn } from './table-types.ts'

interface TableRowProps<Row> {
  id: string
  row: Row
  index: number
  start: number
  columns: readonly TableColumn<Row>[]
  editable: boolean
  href?: string
  selectable: boolean
  selected: boolean
  open: boolean
  activeColumn: number
  editingColumn: number
  onEditEnd: (move: -1 | 0 | 1) => void
}

function Row<Row>(props: TableRowProps<Row>) {
  const { id, row, index, start, columns, editable, href, selectable, selected, open, activeColumn } = props
  const { editingColumn, onEditEnd } = props
  const t = useMessages(tableMessages)
  return (
    <div
      role="row"
      className={classes.row}
      data-row={index}
      data-active={activeColumn >= 0 || undefined}
      data-open={open || undefined}
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      <div role="gridcell" className={classes.select} aria-label={selectable ? undefined : t('rowSelection')}>
        {selectable && <SelectBox label={t('selectRow')} checked={selected} />}
      </div>
      {columns.map((column, place) => (
        <div
          key={column.key}
          id={`${id}-${index}-${place}`}
          role="gridcell"
          aria-colindex={place + 2}
          className={classes.cell}
          data-cell={place}
          data-align={column.align}
          data-primary-cell={place === 0 || undefined}
          data-editable={(editable && column.edit !== undefined) || undefined}
          data-active={place === activeColumn || undefined}
        >
          {column.edit && place === editingColumn ? (
            <InlineEditor row={row} label={column.label} edit={column.edit} onEnd={onEditEnd} />
          ) : place === 0 && href ? (
            <a href={href} tabIndex={-1} className={classes.primary} data-primary draggable={false}>
              {column.render(row)}
            </a>
          ) : (
            textCut(column.render(row))
          )}
        </div>
      ))}
    </div>
  )
}

/** Bare text would be cut off without an ellipsis. */
function textCut(content: ReactNode): ReactNode {
  return typeof content === 'string' ? <span>{content}</span> : content
}

/** Repainted only when something in its own row changed. */
export const TableRow = memo(Row, (before, after) => {
  for (const key of Object.keys(after) as (keyof TableRowProps<unknown>)[]) {
    // The end of an edit matters only to the row that is edited.
    if (key === 'onEditEnd' && after.editingColumn < 0) continue
    if (before[key] !== after[key]) return false
  }
  return true
}) as <Row>(props: TableRowProps<Row>) => ReactElement

export function SkeletonRow<Row>({
  index,
  start,
  columns,
}: {
  index: number
  start: number
  columns: readonly TableColumn<Row>[]
}) {
  return (
    <div role="row" aria-rowindex={index + 2} className={classes.row} style={{ transform: `translateY(${start}px)` }}>
      <div role="gridcell" />
      {columns.map((column, place) => (
        <div key={column.key} role="gridcell" className={classes.cell} data-align={column.align}>
          <SkeletonLine width={`${[70, 55, 62, 40, 66][(index + place * 3) % 5]}%`} />
        </div>
      ))}
    </div>
  )
}
