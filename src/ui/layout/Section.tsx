import { useId, type ReactNode } from 'react'
import classes from './Section.module.css'

export interface SectionProps {
  title: string
  /** One sentence under the title, for settings. */
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A titled part of a page or side panel; separated by space and a hairline, never a card. */
export function Section({ title, description, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {description && <p className={classes.description}>{description}</p>}
      {children}
    </section>
  )
}
