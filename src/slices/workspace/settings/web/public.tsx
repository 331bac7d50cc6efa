import { useRouterState } from '@tanstack/react-router'
import { use, type ReactNode } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages, useText } from '../../../../ui/i18n/i18n.tsx'
import { NavList, type NavGroup } from '../../../../ui/layout/NavList.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { SettingsPlacesContext } from '../../../../ui/screen/settings-places.ts'
import classes from './Settings.module.css'

const messages = defineMessages('settings.public', {
  settings: 'Settings',
  workspace: 'Workspace',
  customers: 'Customers',
  privacy: 'Privacy',
  system: 'System',
})

const groups = ['workspace', 'customers', 'privacy', 'system'] as const

/** What there is to set for the reader, in the order of the settings' own navigation. */
export function useSettingsGroups(): NavGroup[] {
  const t = useMessages(messages)
  const words = useText()
  const pathname = useRouterState({ select: state => state.location.pathname })
  const places = use(SettingsPlacesContext).toSorted((one, other) => one.order - other.order)
  return groups.flatMap(group => {
    const items = places
      .filter(place => place.group === group)
      .map(({ label, href, icon }) => ({ label: words(label), href, icon, active: pathname.startsWith(href) }))
    return items.length === 0 ? [] : [{ label: t(group), items }]
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
