import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type columnResizingState,
} from '@tanstack/react-table'
import { useMemo, useRef, useState } from 'react'
import { arrange, type ColumnLayout } from './column-layout.ts'
import { defaultWidth, minWidth, type TableColumn } from './table-types.ts'

const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
})

const notResizing: columnResizingState = {
  columnSizingStart: [],
  deltaOffset: null,
  deltaPercentage: null,
  isResizingColumn: false,
  startOffset: null,
  startSize: null,
}

/** Order, visibility and widths of the columns. While a column is dragged its width lives here; the caller hears of it once, at the end. */
export function useColumnTable<Row extends object>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  layout: ColumnLayout,
  onLayoutChange: (layout: ColumnLayout) => void,
) {
  const definitions = useMemo<ColumnDef<typeof features, Row>[]>(
    () =>
      columns.map(column => ({
        id: column.key,
        header: column.label,
        size: column.width ?? defaultWidth,
        minSize: minWidth,
      })),
    [columns],
  )
  const [liveWidths, setLiveWidths] = useState<Readonly<Record<string, number>> | null>(null)
  const [resizing, setResizing] = useState(notResizing)
  const latest = useRef({ widths: layout.widths, resizing })
  latest.current.widths = liveWidths ?? layout.widths

  const keys = columns.map(column => column.key)
  const [first, ...others] = arrange(keys, {
    ...layout,
    order: [keys[0]!, ...layout.order.filter(key => key !== keys[0])],
  })
  const table = useTable<typeof features, Row>({
    features,
    columns: definitions,
    data: rows,
    columnResizeMode: 'onChange',
    state: {
      columnOrder: [first!, ...others],
      columnVisibility: Object.fromEntries(layout.hidden.filter(key => key !== first).map(key => [key, false])),
      columnSizing: latest.current.widths,
      columnResizing: resizing,
    },
    onColumnSizingChange: updater => {
      const widths = typeof updater === 'function' ? updater(latest.current.widths) : updater
      latest.current.widths = widths
      setLiveWidths(widths)
    },
    onColumnResizingChange: updater => {
      const before = latest.current.resizing
      const next = typeof updater === 'function' ? updater(before) : updater
      latest.current.resizing = next
      setResizing(next)
      if (before.isResizingColumn && !next.isResizingColumn) {
        onLayoutChange({ ...layout, widths: latest.current.widths })
        setLiveWidths(null)
      }
    },
  })

  const headers = table.getFlatHeaders().filter(header => header.column.getIsVisible())
  const visibleKeys = headers.map(header => header.column.id).join(' ')
  const visible = useMemo(
    () => visibleKeys.split(' ').map(key => columns.find(column => column.key === key)!),
    [columns, visibleKeys],
  )
  return { headers, visible, keys }
}

export type ColumnHeader<Row extends object> = ReturnType<typeof useColumnTable<Row>>['headers'][number]
