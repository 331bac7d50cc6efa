import type { ReactNode } from 'react'
import { Link } from '../layout/Link.tsx'
import { Avatar } from './Avatar.tsx'
import classes from './PersonLine.module.css'

export interface PersonLineProps {
  name: string
  src?: string
  /** Second line, or beside the name in a table: an e-mail, a role. */
  detail?: ReactNode
  href?: string
  square?: boolean
  /** Instead of a photo or initials: the icon of what is no person. */
  picture?: ReactNode
}

/** Who: picture and name, one line in a table, two with a detail elsewhere. */
export function PersonLine({ name, src, detail, href, square, picture }: PersonLineProps) {
  return (
    <span className={classes.line}>
      {picture ?? <Avatar name={name} src={src} size={detail ? 32 : 22} square={square} />}
      <span className={classes.text}>
        {href ? (
          <Link href={href} className={classes.name}>
            {name}
          </Link>
        ) : (
          <span className={classes.name}>{name}</span>
        )}
        {detail && <span className={classes.detail}>{detail}</span>}
      </span>
    </span>
  )
}
