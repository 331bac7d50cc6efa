import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Button } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import { useFormat, useMessages } from '../i18n/i18n.tsx'
import { SkeletonRows } from '../layout/SkeletonRows.tsx'
import classes from './Board.module.css'
import type { BoardColumn } from './board-column.ts'
import { boardMessages } from './board-messages.ts'

export interface BoardListProps<Card> {
  column: BoardColumn<Card>
  cardId: (card: Card) => string
  cardName: (card: Card) => string
  renderCard: (card: Card) => ReactNode
  isMovable: boolean
  loading: boolean | undefined
}

/** So many cards are drawn at first; a column of thousands stays quick. */
const portion = 50

/** One column of a board. */
export function BoardList<Card>({ column, cardId, cardName, renderCard, isMovable, loading }: BoardListProps<Card>) {
  const t = useMessages(boardMessages)
  const format = useFormat()
  const id = useId()
  const [most, setMost] = useState(portion)
  const { key, label, cards, count, sum, isClosed, empty, hasMore, onLoadMore } = column
  const { setNodeRef, isOver } = useDroppable({ id: key, disabled: isClosed })
  const visible = cards.slice(0, most)
  const showMore = () => {
    setMost(most + portion)
    if (most + portion > cards.length) onLoadMore?.()
  }
  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      aria-labelledby={id}
      data-over={isOver || undefined}
      data-closed={isClosed || undefined}
    >
      <header className={classes.header}>
        <h2 id={id} className={classes.label}>
          {label} <span className={classes.count}>{count ?? format.number(cards.length)}</span>
        </h2>
        {sum && <span className={classes.sum}>{sum}</span>}
      </header>
      <div className={classes.scroller} tabIndex={0} role="group" aria-labelledby={id}>
        {loading ? (
          <SkeletonRows count={3} height={64} />
        ) : cards.length === 0 ? (
          <p className={classes.empty}>{empty ?? t('empty')}</p>
        ) : (
          <ul className={classes.cards}>
            {visible.map(card => (
              <BoardCard key={cardId(card)} id={cardId(card)} column={key} name={cardName(card)} isMovable={isMovable}>
                {renderCard(card)}
              </BoardCard>
            ))}
          </ul>
        )}
        {(visible.length < cards.length || hasMore) && (
          <Button size="xs" variant="subtle" fullWidth onClick={showMore}>
            {t('more')}
          </Button>
        )}
      </div>
    </section>
  )
}

interface BoardCardProps {
  id: string
  column: string
  name: string
  isMovable: boolean
  children: ReactNode
}

/** The whole card follows mouse and finger; the keyboard lifts it by its handle. */
function BoardCard({ id, column, name, isMovable, children }: BoardCardProps) {
  const t = useMessages(boardMessages)
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging } = useDraggable({
    id,
    data: { column },
    disabled: !isMovable,
    attributes: { roleDescription: t('handle') },
  })
  const { 'aria-describedby': describedBy, 'aria-roledescription': roleDescription } = attributes
  return (
    <li
      ref={setNodeRef}
      className={classes.card}
      data-lifted={isDragging || undefined}
      onDragStart={event => event.preventDefault()}
      {...listeners}
    >
      {children}
      {isMovable && (
        <button
          ref={setActivatorNodeRef}
          type="button"
          className={classes.handle}
          aria-label={t('move', { name })}
          aria-describedby={describedBy}
          aria-roledescription={roleDescription}
        >
          <IconGripVertical size={14} aria-hidden />
        </button>
      )}
    </li>
  )
}
