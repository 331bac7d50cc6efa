import type { ReactNode } from 'react'
import { Link } from './Link.tsx'
import classes from './TextLink.module.css'

export interface TextLinkProps {
  href: string
  label: ReactNode
  /** The name of what it leads to: coloured only when it is pointed at. */
  isName?: boolean
}

/** A link among text. */
export function TextLink({ href, label, isName }: TextLinkProps) {
  return (
    <Link href={href} className={classes.link} data-name={isName || undefined}>
      {label}
    </Link>
  )
}
