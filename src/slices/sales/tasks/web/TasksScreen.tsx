import { Button, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCheck, IconChecklist, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useInfiniteEndpoint } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { EmptyState } from '../../../../ui/layout/EmptyState.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { ProblemState } from '../../../../ui/screen/ProblemState.tsx'
import { useAttempt } from '../../../../ui/screen/use-attempt.ts'
import { one, useUrlState } from '../../../../ui/screen/use-url-state.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { FilterBar } from '../../../../ui/toolbar/FilterBar.tsx'
import { ListToolbar } from '../../../../ui/toolbar/ListToolbar.tsx'
import { SearchBox } from '../../../../ui/toolbar/SearchBox.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { useListState } from '../../../workspace/views/web/public.tsx'
import { completeTasks, getTask, listTasks } from '../schema.ts'
import { TaskList } from './TaskList.tsx'
import { TaskDialog } from './TaskDialog.tsx'
import { taskWords } from './task-words.ts'
import { useTaskColumns, useTaskFilters } from './use-task-columns.tsx'

const messages = defineMessages('tasks.tasks-screen', {
  all: 'All tasks',
  search: 'Search tasks',
  whose: 'Whose tasks',
  mine: 'Mine',
  everyone: 'Everyone’s',
  state: 'State',
  open: 'Open',
  done: 'Done',
  complete: 'Complete',
  count: '{count, plural, one {# task} other {# tasks}}',
  empty: 'No tasks here',
  emptyText: 'A task says what is to be done, by whom and until when. It reminds its assignee in time.',
})

export default function TasksScreen() {
  const t = useMessages(messages)
  const words = useMessages(taskWords)
  const format = useFormat()
  const attempt = useAttempt()
  const mayWrite = useCan()('tasks:write')
  const [state, change] = useUrlState()
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const columns = useTaskColumns()
  const fields = useTaskFilters()
  const keys = useMemo(() => columns.map(column => column.key), [columns])
  const list = useListState({
    object: 'tasks',
    allName: t('all'),
    fields,
    columns: keys,
    hidden: ['createdAt'],
    defaultSort: 'dueAt',
  })
  const whose = one(state, 'whose') ?? 'mine'
  const done = one(state, 'state') === 'done'
  const isFiltered = list.filters.some(filter => filter.field === 'assigneeId')
  const query = {
    ...list.query,
    ...(whose === 'mine' && !isFiltered ? { 'filter[assigneeId]': 'me' } : {}),
    'filter[isDone]': String(done),
    limit: 100,
  }
  const tasks = useInfiniteEndpoint(listTasks, { query }, { total: true })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const openId = one(state, 'open')
  const opened = tasks.items.find(task => task.id === openId)
  const fetched = useEndpoint(
    getTask,
    openId !== undefined && !opened && !tasks.loading ? { params: { id: openId } } : null,
  ).data
  const shown = opened ?? fetched
  const complete = useCommand(completeTasks, {
    optimistic: (cache, { body }) =>
      cache.patch('tasks', body.ids, task => ({ ...task, doneAt: new Date().toISOString() })),
  })
  const create = () => change({ new: 'task' })
  const completeSelected = () => {
    void attempt(complete.run({ body: { ids: [...selected] } }))
    setSelected(new Set())
  }
  useShortcuts(words('tasks'), mayWrite ? [{ keys: 'c', label: words('create'), run: create }] : [])
  return (
    <Page
      title={words('tasks')}
      layout="fill"
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={15} />} onClick={create}>
            {words('create')}
          </Button>
        )
      }
      toolbar={
        <ListToolbar end={<SearchBox value={list.q} onChange={list.setQ} label={t('search')} />}>
          {list.viewMenu}
          <SegmentedControl
            size="xs"
            aria-label={t('whose')}
            data={[
              { value: 'mine', label: t('mine') },
              { value: 'everyone', label: t('everyone') },
            ]}
            value={isFiltered ? '' : whose}
            disabled={isFiltered}
            onChange={value => change({ whose: value === 'mine' ? undefined : value }, 'replace')}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('state')}
            data={[
              { value: 'open', label: t('open') },
              { value: 'done', label: t('done') },
            ]}
            value={done ? 'done' : 'open'}
            onChange={value => change({ state: value === 'open' ? undefined : value }, 'replace')}
          />
          <FilterBar fields={fields} filters={list.filters} onChange={list.setFilters} />
        </ListToolbar>
      }
    >
      {phone && !tasks.error && tasks.items.length > 0 ? (
        <TaskList tasks={tasks} onOpen={task => change({ open: task.id })} />
      ) : (
        <DataTable
          label={words('tasks')}
          columns={columns}
          rows={tasks.items}
          rowId={task => task.id}
          onOpen={task => change({ open: task.id })}
          openId={openId}
          layout={list.layout}
          onLayoutChange={list.setLayout}
          sort={list.sort}
          onSortChange={list.setSort}
          loading={tasks.loading || tasks.loadingMore}
          hasMore={tasks.hasMore}
          onLoadMore={tasks.loadMore}
          selected={selected}
          onSelectedChange={mayWrite && !done ? setSelected : undefined}
          bulkActions={
            <Button size="xs" variant="subtle" leftSection={<IconCheck size={15} />} onClick={completeSelected}>
              {t('complete')}
            </Button>
          }
          countText={tasks.total && t('count', { count: format.count(tasks.total) })}
          error={tasks.error && <ProblemState problem={tasks.error} onRetry={tasks.retry} />}
          empty={
            <EmptyState
              icon={IconChecklist}
              title={t('empty')}
              description={t('emptyText')}
              action={mayWrite && <Button onClick={create}>{words('create')}</Button>}
            />
          }
        />
      )}
      {shown && <TaskDialog key={shown.id} task={shown} onClose={() => change({ open: undefined })} />}
      {one(state, 'new') === 'task' && <TaskDialog onClose={() => change({ new: undefined }, 'replace')} />}
    </Page>
  )
}
