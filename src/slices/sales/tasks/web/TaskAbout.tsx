import { linkedOf, NamedRecords } from '../../../../ui/record/NamedRecords.tsx'
import type { Task } from '../schema.ts'
import classes from './TaskAbout.module.css'

/** What a task is about: the record that it is written on, and the customer where that is not plain. */
export function TaskAbout({ task, within }: { task: Task; within?: string }) {
  const { contactId, contactName, companyId, companyName } = task
  const customer = contactId
    ? { kind: 'contact', id: contactId, name: contactName }
    : { kind: 'company', id: companyId, name: companyName }
  const about = [linkedOf(task), within === undefined ? customer : null]
  return <NamedRecords className={classes.about} records={about} within={within} />
}
