import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { AddButton } from '../../../../ui/form/AddButton.tsx'
import { Link } from '../../../../ui/layout/Link.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { listTasks, type Task } from '../schema.ts'
import { dueGroup, dueGroups } from './due.ts'
import classes from './HomeTasks.module.css'
import { TaskDialog } from './TaskDialog.tsx'
import { TaskLine } from './TaskLine.tsx'
import { taskWords } from './task-words.ts'

const messages = defineMessages('tasks.home-tasks', {
  title: 'My tasks',
  empty: 'Nothing to do',
  emptyText: 'Tasks that are yours appear here, the most pressing first.',
  all: 'Show all tasks',
})

const shownAtMost = 10

/** What I have to do, by how it presses. */
export default function HomeTasks() {
  const t = useMessages(messages)
  const words = useMessages(taskWords)
  const format = useFormat()
  const mayWrite = useCan()('tasks:write')
  const tasks = useEndpoint(listTasks, {
    query: { 'filter[assigneeId]': 'me', 'filter[isDone]': 'false', limit: shownAtMost },
  })
  const [shown, setShown] = useState<Task | 'new' | null>(null)
  return (
    <Section
      title={t('title')}
      actions={mayWrite && <AddButton label={words('create')} onClick={() => setShown('new')} />}
    >
      <Loaded from={tasks} compact empty={{ title: t('empty'), description: t('emptyText') }}>
        {({ items, nextCursor }) => {
          const groups = Map.groupBy(items, task => dueGroup(task, new Date(), format.dayKey))
          return (
            <>
              {dueGroups.map(group => {
                const tasks = groups.get(group)
                return (
                  tasks && (
                    <section key={group} className={classes.group}>
                      <h3 className={classes.heading}>
                        {words(group)} <span className={classes.count}>{tasks.length}</span>
                      </h3>
                      <ul className={classes.list}>
                        {tasks.map(task => (
                          <TaskLine key={task.id} task={task} onOpen={setShown} />
                        ))}
                      </ul>
                    </section>
                  )
                )
              })}
              {nextCursor && (
                <Link href="/tasks" className={classes.all}>
                  {t('all')}
                </Link>
              )}
            </>
          )
        }}
      </Loaded>
      {shown && <TaskDialog task={shown === 'new' ? undefined : shown} onClose={() => setShown(null)} />}
    </Section>
  )
}
