import { useMemo, useState, type PointerEvent } from 'react'
import { arrange, naturalWidth, resizeColumn, type ColumnLayout } from './column-layout.ts'
import type { TableColumn } from './table-types.ts'

/** Order, visibility and widths of the columns. While one is dragged its width lives here; the caller hears of it once, at the end. */
export function useColumns<Row>(
  columns: readonly TableColumn<Row>[],
  saved: ColumnLayout,
  onLayoutChange: (layout: ColumnLayout) => void,
) {
  const [dragged, setDragged] = useState<{ key: string; layout: ColumnLayout } | null>(null)
  const { order, hidden, widths } = dragged?.layout ?? saved
  const keys = columns.map(column => column.key)
  const arranged = arrange(keys, { ...saved, order: [keys[0]!, ...order.filter(key => key !== keys[0])] })
  const visibleKeys = arranged.filter((key, place) => place === 0 || !hidden.includes(key)).join(' ')
  const visible = useMemo(
    () => visibleKeys.split(' ').map(key => columns.find(column => column.key === key)!),
    [columns, visibleKeys],
  )
  const widthOf = (column: TableColumn<Row>) => widths[column.key] ?? naturalWidth(column)
  /** Follows the pointer from the edge of a column until it is let go. */
  const dragEdge = (column: TableColumn<Row>, { clientX, currentTarget, pointerId }: PointerEvent<HTMLElement>) => {
    const end = new AbortController()
    const sign = document.documentElement.dir === 'rtl' ? -1 : 1
    let layout = saved
    const follow = (event: globalThis.PointerEvent) => {
      layout = resizeColumn(saved, column.key, widthOf(column) + sign * (event.clientX - clientX))
      setDragged({ key: column.key, layout })
    }
    const drop = () => {
      end.abort()
      setDragged(null)
      onLayoutChange(layout)
    }
    currentTarget.setPointerCapture(pointerId)
    currentTarget.addEventListener('pointermove', follow, end)
    currentTarget.addEventListener('lostpointercapture', drop, end)
  }
  return { visible, keys, widthOf, dragEdge, draggedKey: dragged?.key }
}

export type TableColumns<Row> = ReturnType<typeof useColumns<Row>>
