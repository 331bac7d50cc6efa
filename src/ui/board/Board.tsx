import {
  closestCenter,
  DndContext,
  DragOverlay,
  KeyboardCode,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core'
import { useMemo, useState, type ReactNode } from 'react'
import classes from './Board.module.css'
import { columnBeside, type BoardColumn } from './board-column.ts'
import { BoardList } from './BoardList.tsx'
import { useAnnouncements } from './use-announcements.ts'

export interface BoardProps<Card> {
  /** "Tasks by day" */
  label: string
  columns: readonly BoardColumn<Card>[]
  cardId: (card: Card) => string
  /** What a card is called when it is moved without being seen. */
  cardName: (card: Card) => string
  renderCard: (card: Card) => ReactNode
  /** Absent for those who may only look. Shown at once; what it changes comes back as new columns. */
  onMove?: (card: Card, column: string) => void
  loading?: boolean
}

/** Cards in columns, moved by mouse, by touch after a short hold, and by keyboard from the handle of a card. */
export function Board<Card>({ label, columns, cardId, cardName, renderCard, onMove, loading }: BoardProps<Card>) {
  const [movedId, setMovedId] = useState<string | null>(null)
  const home = (id: unknown) => columns.find(column => column.cards.some(card => cardId(card) === id))
  const cardOf = (id: unknown) => home(id)?.cards.find(card => cardId(card) === id)
  const announcements = useAnnouncements(
    id => {
      const card = cardOf(id)
      return card === undefined ? '' : cardName(card)
    },
    key => columns.find(column => column.key === key)?.label,
  )
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: useMemo(() => besideOf(columns), [columns]) }),
  )
  const moved = movedId === null ? undefined : cardOf(movedId)
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underPointer}
      accessibility={announcements}
      onDragStart={({ active }) => setMovedId(String(active.id))}
      onDragCancel={() => setMovedId(null)}
      onDragEnd={({ active, over }) => {
        setMovedId(null)
        const card = cardOf(active.id)
        if (card !== undefined && over && home(active.id)?.key !== over.id) onMove?.(card, String(over.id))
      }}
    >
      <div className={classes.board} role="group" aria-label={label} data-moving={movedId !== null || undefined}>
        {columns.map(column => (
          <BoardList
            key={column.key}
            column={column}
            cardId={cardId}
            cardName={cardName}
            renderCard={renderCard}
            isMovable={onMove !== undefined}
            loading={loading}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {moved !== undefined && <div className={`${classes.card} ${classes.lifted}`}>{renderCard(moved)}</div>}
      </DragOverlay>
    </DndContext>
  )
}

/** A card lies in the column under the pointer; by keyboard, in the one it was brought to. */
const underPointer: CollisionDetection = args => (args.pointerCoordinates ? pointerWithin(args) : closestCenter(args))

/** Left and right go from column to column, past those that take nothing. */
function besideOf(columns: readonly BoardColumn<unknown>[]): KeyboardCoordinateGetter {
  return (event, { context: { active, over, droppableRects } }) => {
    const step = event.code === KeyboardCode.Right ? 1 : event.code === KeyboardCode.Left ? -1 : 0
    if (step === 0) return undefined
    event.preventDefault()
    const from = over?.id ?? active?.data.current?.['column']
    const next = columnBeside(columns, String(from), step)
    const rect = next && droppableRects.get(next.key)
    return rect && { x: rect.left + 8, y: rect.top + 44 }
  }
}
