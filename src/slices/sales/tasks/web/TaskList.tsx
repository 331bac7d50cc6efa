import type { EndlessList } from '../../../../ui/api/use-infinite-endpoint.ts'
import { MoreButton } from '../../../../ui/screen/Items.tsx'
import type { Task } from '../schema.ts'
import { TaskLine } from './TaskLine.tsx'
import classes from './TaskList.module.css'

/** Tasks on a phone. */
export function TaskList({ tasks, onOpen }: { tasks: EndlessList<Task>; onOpen: (task: Task) => void }) {
  return (
    <div className={classes.scroller}>
      <ul className={classes.list}>
        {tasks.items.map(task => (
          <TaskLine key={task.id} task={task} onOpen={onOpen} />
        ))}
      </ul>
      {tasks.hasMore && <MoreButton list={tasks} />}
    </div>
  )
}
