import { IconChevronRight } from '@tabler/icons-react'
import { useEffect, type ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { Link } from './Link.tsx'
import classes from './Page.module.css'

const messages = defineMessages('ui.page', { breadcrumbs: 'Breadcrumbs' })

export interface Crumb {
  label: string
  href: string
}

export interface PageProps {
  title: string
  /** Beside the title: a status, a count. */
  aside?: ReactNode
  breadcrumbs?: readonly Crumb[]
  actions?: ReactNode
  /** A second line under the title: tabs or a list's toolbar. */
  toolbar?: ReactNode
  /** `fill`: the content scrolls by itself (tables, boards). Otherwise the page scrolls, at a readable or full width. */
  layout?: 'narrow' | 'wide' | 'full' | 'fill'
  children: ReactNode
}

/** One screen: title (the only h1), where it hangs, what can be done, and the content. */
export function Page({ title, aside, breadcrumbs = [], actions, toolbar, layout = 'wide', children }: PageProps) {
  const t = useMessages(messages)
  useEffect(() => {
    document.title = `${title} · Rapport`
  }, [title])
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div className={classes.titles}>
          {breadcrumbs.length > 0 && (
            <nav aria-label={t('breadcrumbs')} className={classes.crumbs}>
              <ol>
                {breadcrumbs.map(crumb => (
                  <li key={crumb.href}>
                    <Link href={crumb.href}>{crumb.label}</Link>
                    <IconChevronRight size={14} aria-hidden />
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <h1 className={classes.title}>{title}</h1>
          {aside && <div className={classes.aside}>{aside}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {toolbar && <div className={classes.toolbar}>{toolbar}</div>}
      <div className={classes.body} data-layout={layout}>
        {layout === 'fill' ? children : <div className={classes.inner}>{children}</div>}
      </div>
    </div>
  )
}
