import { SegmentedControl } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { lazy } from 'react'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useIsPhone } from '../../../../ui/layout/use-is-phone.ts'
import { RecordList } from '../../../../ui/record/RecordList.tsx'
import type { BulkProps } from '../../../../ui/record/RecordBulk.tsx'
import { readFilters } from '../../../../ui/screen/list-filters.ts'
import { urlValue, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { completeTasks, getTask, type Task } from '../schema.ts'
import { TaskDialog } from './TaskDialog.tsx'
import { TaskList } from './TaskList.tsx'
import { webTask } from './task-record.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'

const TaskBoard = lazy(async () => ({ default: (await import('./TaskBoard.tsx')).TaskBoard }))

const messages = defineMessages('tasks.tasks-screen', {
  whose: 'Whose tasks',
  mine: 'Mine',
  everyone: 'Everyone’s',
  state: 'State',
  open: 'Open',
  done: 'Done',
  show: 'Show as',
  list: 'List',
  board: 'Board',
  complete: 'Complete',
  emptyText: 'A task says what is to be done, by whom and until when. It reminds its assignee in time.',
})

export default function TasksScreen() {
  const t = useMessages(messages)
  const [state, change] = useUrlState()
  const phone = useIsPhone()
  const whose = urlValue(state, 'whose') ?? 'mine'
  const isBoard = urlValue(state, 'show') === 'board'
  const done = urlValue(state, 'state') === 'done' && !isBoard
  const isFiltered = readFilters(state).some(filter => filter.field === 'assigneeId')
  const toggle = (key: string, values: readonly ('mine' | 'everyone' | 'open' | 'done' | 'list' | 'board')[]) => ({
    size: 'xs' as const,
    data: optionsOf(values, t),
    onChange: (value: string) => change({ [key]: value === values[0] ? undefined : value }, 'replace'),
  })
  return (
    <RecordList
      record={webTask}
      query={{
        ...(whose === 'mine' && !isFiltered ? { 'filter[assigneeId]': 'me' } : {}),
        'filter[isDone]': String(done),
      }}
      controls={
        <>
          <SegmentedControl
            {...toggle('whose', ['mine', 'everyone'])}
            aria-label={t('whose')}
            value={isFiltered ? '' : whose}
            disabled={isFiltered}
          />
          {!isBoard && (
            <SegmentedControl
              {...toggle('state', ['open', 'done'])}
              aria-label={t('state')}
              value={done ? 'done' : 'open'}
            />
          )}
          <SegmentedControl
            {...toggle('show', ['list', 'board'])}
            aria-label={t('show')}
            value={isBoard ? 'board' : 'list'}
          />
        </>
      }
      emptyText={say(messages, 'emptyText')}
      bulkActions={done ? undefined : bulk => <CompleteButton {...bulk} />}
      sheet={({ id, onClose }, row) => id !== undefined && <OpenTask id={id} row={row} onClose={onClose} />}
      createDialog={({ onClose }) => <TaskDialog onClose={onClose} />}
    >
      {view =>
        isBoard ? (
          <TaskBoard {...view} />
        ) : phone && view.records.items.length > 0 ? (
          <TaskList tasks={view.records} onOpen={view.onOpen} />
        ) : undefined
      }
    </RecordList>
  )
}

function OpenTask({ id, row, onClose }: { id: string; row: Task | undefined; onClose: () => void }) {
  const fetched = useEndpoint(getTask, row ? null : { params: { id } }).data
  const task = row ?? fetched
  return task ? <TaskDialog key={task.id} task={task} onClose={onClose} /> : null
}

function CompleteButton({ rows, onDone }: BulkProps<Task>) {
  const t = useMessages(messages)
  const complete = useCommand(completeTasks, {
    optimistic: (cache, { body }) =>
      cache.patch('tasks', body.ids, task => ({ ...task, doneAt: new Date().toISOString() })),
  })
  const completeAll = () => {
    void complete.attempt({ body: { ids: rows.map(row => row.id) } })
    onDone()
  }
  return <SmallButton label={t('complete')} icon={IconCheck} tone="accent" onClick={completeAll} />
}
