import type { ReactNode } from 'react'
import { Link } from '../../../../ui/layout/Link.tsx'
import classes from './ContactLink.module.css'

/** A quiet link to a contact. */
export function ContactLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link href={`/contacts/${id}`} className={classes.link}>
      {children}
    </Link>
  )
}
