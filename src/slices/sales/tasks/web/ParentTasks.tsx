import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { useShortcuts } from '../../../../ui/keyboard/shortcuts.ts'
import { IconButton } from '../../../../ui/layout/IconButton.tsx'
import { Section } from '../../../../ui/layout/Section.tsx'
import { SmallButton } from '../../../../ui/layout/SmallButton.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import type { ShownRecord } from '../../../../ui/screen/slots.ts'
import { useCan } from '../../../workspace/sign-in/web/public.tsx'
import { listTasks, type Task } from '../schema.ts'
import { TaskDialog } from './TaskDialog.tsx'
import { TaskLine } from './TaskLine.tsx'
import classes from './ParentTasks.module.css'
import { taskWords } from './task-words.ts'

const messages = defineMessages('tasks.parent-tasks', { empty: 'Nothing to do here.', group: 'Record' })

/** Open tasks about one record. */
export default function ParentTasks({ kind, id, name, isDeleted }: ShownRecord) {
  const t = useMessages(messages)
  const words = useMessages(taskWords)
  const mayWrite = useCan()('tasks:write') && !isDeleted
  const tasks = useEndpoint(listTasks, {
    query: { 'filter[subjectKind]': kind, 'filter[subjectId]': id, 'filter[isDone]': 'false', limit: 50 },
  })
  const [shown, setShown] = useState<Task | 'new' | null>(null)
  useShortcuts(t('group'), mayWrite ? [{ keys: 't', label: words('create'), run: () => setShown('new') }] : [])
  return (
    <Section
      title={words('tasks')}
      actions={
        mayWrite && <IconButton icon={IconPlus} size="sm" label={words('create')} onClick={() => setShown('new')} />
      }
    >
      <Loaded
        from={tasks}
        rows={2}
        compact
        empty={{
          title: t('empty'),
          compact: true,
          action: mayWrite && <SmallButton label={words('create')} onClick={() => setShown('new')} />,
        }}
      >
        {({ items }) => (
          <ul className={classes.list}>
            {items.map(task => (
              <TaskLine key={task.id} task={task} within={id} showsAssignee onOpen={setShown} />
            ))}
          </ul>
        )}
      </Loaded>
      {shown && (
        <TaskDialog task={shown === 'new' ? undefined : shown} on={{ kind, id, name }} onClose={() => setShown(null)} />
      )}
    </Section>
  )
}
