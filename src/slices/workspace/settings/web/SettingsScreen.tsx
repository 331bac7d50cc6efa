import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { NavList } from '../../../../ui/layout/NavList.tsx'
import { Page } from '../../../../ui/layout/Page.tsx'
import { useIsPhone } from '../../../../ui/layout/use-is-phone.ts'
import { useSettingsGroups } from './public.tsx'
import classes from './Settings.module.css'

const messages = defineMessages('settings.settings-screen', { title: 'Settings' })

/** The list of settings on a phone; where there is room it stands beside each of them, and the first one opens. */
export default function SettingsScreen() {
  const t = useMessages(messages)
  const router = useRouter()
  const groups = useSettingsGroups()
  const phone = useIsPhone()
  useEffect(() => {
    if (!phone) router.history.replace('/settings/workspace')
  }, [phone, router])
  return (
    <Page title={t('title')} layout="fill">
      <nav className={classes.places} aria-label={t('title')}>
        <NavList groups={groups} />
      </nav>
    </Page>
  )
}
