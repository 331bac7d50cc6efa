import { defineMessages } from '../../../kernel/messages.ts'
import { useFormat, useMessages } from '../../../ui/i18n/i18n.tsx'
import { Page } from '../../../ui/layout/Page.tsx'
import { SkeletonRows } from '../../../ui/layout/SkeletonRows.tsx'
import { Slot } from '../../../ui/screen/Slot.tsx'
import classes from './HomeScreen.module.css'
import { RecentlyViewed } from './RecentlyViewed.tsx'

const messages = defineMessages('app.home-screen', { title: 'Home' })

export default function HomeScreen() {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <Page title={t('title')} aside={format.date(Date.now())} layout="fill">
      <div className={classes.home}>
        <div className={classes.main}>
          <Slot name="home.main" props={{}} fallback={<SkeletonRows />} />
        </div>
        <div className={classes.side}>
          <Slot name="home.side" props={{}} fallback={<SkeletonRows />} />
          <RecentlyViewed />
        </div>
      </div>
    </Page>
  )
}
