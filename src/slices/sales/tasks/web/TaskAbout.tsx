import { Fragment } from 'react'
import { Link } from '../../../../ui/layout/Link.tsx'
import { kindNamed, useWebKinds } from '../../../../ui/record/web-kind.ts'
import type { Task } from '../schema.ts'
import classes from './TaskAbout.module.css'

/** What a task is about: the record that it is written on, and the customer. */
export function TaskAbout({ task }: { task: Task }) {
  const kinds = useWebKinds()
  const { contactId, contactName, companyId, companyName, subjectKind, subjectId, subjectName } = task
  const about = [
    { kind: subjectKind ?? '', id: subjectId, name: subjectName },
    contactId
      ? { kind: 'contact', id: contactId, name: contactName }
      : { kind: 'company', id: companyId, name: companyName },
  ].filter(({ name }) => name !== null)
  if (about.length === 0) return null
  return (
    <span className={classes.about}>
      {about.map(({ kind, id, name }, at) => (
        <Fragment key={id}>
          {at > 0 && ' · '}
          <Link href={`${kindNamed(kinds, kind)?.href}/${id}`}>{name}</Link>
        </Fragment>
      ))}
    </span>
  )
}
