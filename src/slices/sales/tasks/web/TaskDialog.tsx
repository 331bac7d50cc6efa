import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toastUndo } from '../../../../ui/feedback/toast.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FieldPair, FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { RemoveButton } from '../../../../ui/form/RemoveButton.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { instantAt, timeOfDay } from '../../../../ui/i18n/day-bounds.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import type { ShownRecord } from '../../../../ui/screen/slots.ts'
import { contactReference } from '../../../customers/contacts/web/public.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { useSession } from '../../../workspace/sign-in/web/public.tsx'
import { changeTask, createTask, deleteTask, restoreTask, type Task } from '../schema.ts'
import { endOfWork } from './due.ts'
import { TaskAbout } from './TaskAbout.tsx'
import classes from './TaskDialog.module.css'
import { taskWords } from './task-words.ts'

const messages = defineMessages('tasks.task-dialog', {
  edit: 'Edit task',
  save: 'Save task',
  what: 'What is to be done',
  time: 'Time',
  remind: 'Remind',
  never: 'No reminder',
  atDue: 'When it is due',
  hour: 'An hour before',
  day: 'A day before',
  details: 'Details',
  delete: 'Delete task',
})

const reminders = ['never', 'atDue', 'hour', 'day'] as const
const leads: Record<string, number> = { atDue: 0, hour: 3600_000, day: 86_400_000 }

export interface TaskDialogProps {
  /** Absent for a new one. */
  task?: Task
  /** What a new task is about. */
  on?: Pick<ShownRecord, 'kind' | 'id' | 'name'>
  onClose: () => void
}

export function TaskDialog({ task, on, onClose }: TaskDialogProps) {
  const t = useMessages(messages)
  const words = useMessages(taskWords)
  const format = useFormat()
  const members = useMembers()
  const { member } = useSession()
  const create = useCommand(createTask)
  const change = useCommand(changeTask)
  const remove = useCommand(deleteTask, {
    optimistic: (cache, { params }) => cache.remove('tasks', [params.id]),
  })
  const restore = useCommand(restoreTask)
  // Only of what is written on a contact, or on nothing, the contact is chosen here.
  const needsContact = task ? !task.subjectId && !task.companyId : !on || on.kind === 'contact'
  const contact = task ? { id: task.contactId, name: task.contactName } : needsContact ? on : undefined
  const chosen = contact?.id ? [{ value: contact.id, label: contact.name ?? '' }] : undefined
  const lead = task?.remindAt && task.dueAt ? Date.parse(task.dueAt) - Date.parse(task.remindAt) : null
  const form = useForm({
    initial: {
      title: task?.title ?? '',
      day: task?.dueAt ? format.dayKey(task.dueAt) : null,
      time: task?.dueAt ? timeOfDay(task.dueAt, format.timeZone) : endOfWork,
      remind: lead === null ? 'never' : (Object.keys(leads).find(key => leads[key] === lead) ?? 'atDue'),
      assigneeId: task ? task.assigneeId : member.id,
      contactId: contact?.id ?? null,
      body: task?.body ?? null,
    },
    submit: async ({ day, time, remind, contactId, ...rest }) => {
      const dueAt = day === null ? null : instantAt(day, time || endOfWork, format.timeZone)
      const remindAt =
        dueAt === null || remind === 'never' ? null : new Date(Date.parse(dueAt) - leads[remind]!).toISOString()
      const isMoved = needsContact && contactId !== (task?.contactId ?? null)
      const parent = isMoved ? { contactId } : task || !on ? {} : { subjectKind: on.kind, subjectId: on.id }
      const content = { ...rest, dueAt, remindAt, ...parent }
      if (task) await change.run({ params: { id: task.id }, body: content })
      else await create.run({ body: content })
      onClose()
    },
  })
  const drop = async () => {
    onClose()
    const params = { id: task!.id }
    if (await remove.attempt({ params }))
      toastUndo(words('deleted', { title: task!.title }), () => restore.run({ params }))
  }
  return (
    <FormDialog
      form={form}
      title={task ? t('edit') : words('create')}
      submitLabel={task ? t('save') : words('create')}
      onClose={onClose}
      size="md"
    >
      <FormField path="title" label={t('what')} maxLength={300} required autoFocus />
      {task && !needsContact && <TaskAbout task={task} />}
      <div className={classes.row}>
        <FormField path="day" errorPath="dueAt" label={words('dueAt')} type="date" />
        <FormField path="time" label={t('time')} type="time" disabled={form.values.day === null} />
        <FormField
          path="remind"
          errorPath="remindAt"
          label={t('remind')}
          type="choice"
          options={optionsOf(reminders, t)}
          disabled={form.values.day === null}
          required
        />
      </div>
      <FieldPair>
        <FormField field={members.field('assigneeId', words('assigneeId'))} />
        {needsContact && (
          <FormField
            path="contactId"
            label={words('contactId')}
            type="record"
            search={contactReference.search}
            chosen={chosen}
          />
        )}
      </FieldPair>
      <FormField path="body" label={t('details')} type="long" />
      {task && <RemoveButton label={t('delete')} onClick={() => void drop()} />}
    </FormDialog>
  )
}
