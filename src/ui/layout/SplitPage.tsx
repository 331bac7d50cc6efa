import { Button, Drawer } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { ShortcutLayer } from '../keyboard/ShortcutLayer.tsx'
import { useIsPhone } from './use-is-phone.ts'
import classes from './SplitPage.module.css'

const messages = defineMessages('ui.split-page', {
  who: 'Who',
  timeline: 'Timeline',
  now: 'Now',
  more: 'Show details',
  less: 'Hide details',
  close: 'Close',
})

export interface SplitPageProps {
  /** Left: who this is. */
  who: ReactNode
  /** What remains of it on a phone while folded. */
  whoSummary: ReactNode
  /** Middle: fills its column and scrolls by itself. */
  children: ReactNode
  /** Right: what is going on now; a sheet where there is no room. */
  now?: ReactNode
}

/** Three columns for a record; goes inside `<Page layout="fill">`. */
export function SplitPage({ who, whoSummary, children, now }: SplitPageProps) {
  const t = useMessages(messages)
  const phone = useIsPhone()
  const narrow = useMediaQuery('(max-width: 70em)') ?? false
  const [unfolded, fold] = useDisclosure(false)
  const [nowOpen, nowSheet] = useDisclosure(false)
  return (
    <div className={classes.split}>
      <section className={classes.who} aria-label={t('who')}>
        {phone ? (
          <>
            {whoSummary}
            <div className={classes.folding}>
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                onClick={fold.toggle}
                aria-expanded={unfolded}
                rightSection={<IconChevronDown size={14} className={unfolded ? classes.turned : undefined} />}
              >
                {unfolded ? t('less') : t('more')}
              </Button>
              {now && <NowButton label={t('now')} open={nowSheet.open} />}
            </div>
            {unfolded && who}
          </>
        ) : (
          who
        )}
      </section>
      <section className={classes.main} aria-label={t('timeline')}>
        {narrow && !phone && now && (
          <div className={classes.nowBar}>
            <NowButton label={t('now')} open={nowSheet.open} />
          </div>
        )}
        {children}
      </section>
      {now && !narrow && (
        <section className={classes.now} aria-label={t('now')}>
          {now}
        </section>
      )}
      {now && narrow && (
        <Drawer
          opened={nowOpen}
          onClose={nowSheet.close}
          position={phone ? 'bottom' : 'right'}
          size={phone ? '85%' : 360}
          title={t('now')}
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          <ShortcutLayer>{now}</ShortcutLayer>
        </Drawer>
      )}
    </div>
  )
}

function NowButton({ label, open }: { label: string; open: () => void }) {
  return (
    <Button size="xs" variant="default" onClick={open} aria-haspopup="dialog">
      {label}
    </Button>
  )
}
