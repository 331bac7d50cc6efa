import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages, useText } from '../../../../ui/i18n/i18n.tsx'
import { NavList, type NavGroup } from '../../../../ui/layout/NavList.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { useCan } from '../../sign-in/web/public.tsx'
import { settingsGroups } from './places.ts'
import classes from './Settings.module.css'

const messages = defineMessages('settings.public', { settings: 'Settings' })

/** The places that the reader may go to. */
export function useSettingsGroups(): NavGroup[] {
  const can = useCan()
  const words = useText()
  const pathname = useRouterState({ select: state => state.location.pathname })
  return settingsGroups.flatMap(({ label, places }) => {
    const items = places
      .filter(({ needs }) => needs === undefined || can(needs))
      .map(place => ({
        label: words(place.label),
        href: place.href,
        icon: place.icon,
        active: pathname.startsWith(place.href),
      }))
    return items.length === 0 ? [] : [{ label: words(label), items }]
  })
}

export interface SettingsPageProps {
  title: string
  /** One sentence under the title. */
  lead?: string
  actions?: ReactNode
  /** A list's toolbar. */
  toolbar?: ReactNode
  /** `fill`: the content scrolls by itself, as tables do. */
  layout?: 'text' | 'fill'
  children: ReactNode
}

/** One page of the settings, beside the list of the others. */
export function SettingsPage({ title, lead, actions, toolbar, layout = 'text', children }: SettingsPageProps) {
  const t = useMessages(messages)
  const groups = useSettingsGroups()
  return (
    <Page title={title} breadcrumbs={[{ label: t('settings'), href: '/settings' }]} actions={actions} layout="fill">
      <div className={classes.settings}>
        <nav className={classes.nav} aria-label={t('settings')}>
          <NavList groups={groups} />
        </nav>
        <div className={classes.content} data-layout={layout}>
          {toolbar && <div className={classes.toolbar}>{toolbar}</div>}
          {layout === 'fill' ? (
            children
          ) : (
            <div className={classes.inner}>
              {lead && <p className={classes.lead}>{lead}</p>}
              {children}
            </div>
          )}
        </div>
      </div>
    </Page>
  )
}
