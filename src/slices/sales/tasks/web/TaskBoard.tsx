import { useEffect } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { Board } from '../../../../ui/board/Board.tsx'
import type { BoardColumn } from '../../../../ui/board/board-column.ts'
import { addDays, startOfDay } from '../../../../ui/i18n/day-bounds.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { ListView } from '../../../../ui/record/RecordList.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { listTasks, type Task } from '../schema.ts'
import { TaskCard } from './TaskCard.tsx'
import { taskWords } from './task-words.ts'
import { useComplete } from './use-complete.ts'
import { useMoveTask } from './use-move-task.ts'

const messages = defineMessages('tasks.task-board', { label: 'Tasks by day', done: 'Done this week' })

/** So many open tasks are fetched by themselves; the rest when they are asked for. */
const fetched = 500
const days = 7

/** Open tasks by the day they are due on, and those done lately: moved to another day, ticked off and opened again. */
export function TaskBoard({ records, query, onOpen }: ListView<Task>) {
  const t = useMessages(messages)
  const words = useMessages(taskWords)
  const format = useFormat()
  const mayWrite = useCan()('tasks:write')
  const move = useMoveTask()
  const toggle = useComplete()
  const today = format.dayKey(new Date())
  const doneSince = startOfDay(addDays(today, -days), format.timeZone)
  const done = useInfiniteEndpoint(listTasks, {
    query: { ...query, 'filter[isDone]': 'true', 'filter[doneAt][gte]': doneSince, sort: '-dueAt', limit: 50 },
  })
  const { hasMore, loadingMore, loadMore, items } = records
  const isFetching = hasMore && items.length < fetched
  useEffect(() => {
    if (isFetching && !loadingMore) loadMore()
  }, [isFetching, loadingMore, loadMore])

  const last = addDays(today, days)
  const placeOf = ({ doneAt, dueAt }: Task): string => {
    if (doneAt !== null) return 'done'
    if (dueAt === null) return 'undated'
    const day = format.dayKey(dueAt)
    return day < today ? 'overdue' : day >= last ? 'later' : day
  }
  const all = [...new Map([...done.items, ...items].map(task => [task.id, task])).values()]
  const places = Map.groupBy(all.toSorted(soonest), placeOf)
  const column = (key: string, label: string, more: Partial<BoardColumn<Task>> = {}): BoardColumn<Task> => {
    const cards = places.get(key) ?? []
    return { key, label, cards, ...(hasMore && { count: `${format.number(cards.length)}+` }), ...more }
  }
  const columns = [
    column('overdue', words('overdue'), { isClosed: true }),
    ...Array.from({ length: days }, (_, index) => {
      const day = addDays(today, index)
      return column(day, format.dayHeading(startOfDay(day, format.timeZone)))
    }),
    column('later', words('later'), { hasMore, onLoadMore: loadMore }),
    column('undated', words('undated')),
    column('done', t('done'), { hasMore: done.hasMore, onLoadMore: done.loadMore, count: undefined }),
  ]
  const onMove = (task: Task, key: string) => {
    if (key === 'done') toggle(task)
    else move(task, key === 'undated' ? null : key === 'later' ? last : key)
  }
  return (
    <Board
      label={t('label')}
      columns={columns}
      cardId={task => task.id}
      cardName={task => task.title}
      renderCard={task => <TaskCard task={task} isDayKnown={isDay(placeOf(task))} onOpen={onOpen} />}
      onMove={mayWrite ? onMove : undefined}
      loading={records.loading}
    />
  )
}

/** A column that is one day, by its date. */
function isDay(key: string): boolean {
  return /^\d/.test(key)
}

function soonest(one: Task, other: Task): number {
  return (one.dueAt ?? '').localeCompare(other.dueAt ?? '') || one.createdAt.localeCompare(other.createdAt)
}
