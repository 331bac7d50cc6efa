import { Button } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import type { EndlessList } from '../../../../ui/api/use-infinite-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { Task } from '../schema.ts'
import { TaskLine } from './TaskLine.tsx'
import classes from './TaskList.module.css'

const messages = defineMessages('tasks.task-list', { more: 'Show more' })

/** Tasks on a phone. */
export function TaskList({ tasks, onOpen }: { tasks: EndlessList<Task>; onOpen: (task: Task) => void }) {
  const t = useMessages(messages)
  return (
    <div className={classes.scroller}>
      <ul className={classes.list}>
        {tasks.items.map(task => (
          <TaskLine key={task.id} task={task} onOpen={onOpen} />
        ))}
      </ul>
      {tasks.hasMore && (
        <Button variant="default" fullWidth loading={tasks.loadingMore} onClick={tasks.loadMore}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}
