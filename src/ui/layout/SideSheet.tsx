import { ActionIcon, Drawer } from '@mantine/core'
import { IconArrowsDiagonal, IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useMediaQuery } from '@mantine/hooks'
import { useId, type ReactNode } from 'react'
import { defineMessages, useMessages } from '../i18n/i18n.tsx'
import { ShortcutLayer, useShortcuts } from '../keyboard/shortcuts.tsx'
import { Link } from './Link.tsx'
import classes from './SideSheet.module.css'

const messages = defineMessages({
  en: { close: 'Close', full: 'Open as a page', previous: 'Previous', next: 'Next', group: 'Sheet' },
  cs: { close: 'Zavřít', full: 'Otevřít jako stránku', previous: 'Předchozí', next: 'Další', group: 'Panel' },
})

export interface SideSheetProps {
  /** Whether it is open is for the caller to read from the URL. */
  opened: boolean
  onClose: () => void
  title: ReactNode
  /** Address of the record's own page. */
  href?: string
  onPrevious?: () => void
  onNext?: () => void
  actions?: ReactNode
  footer?: ReactNode
  width?: number
  children: ReactNode
}

/** A record over the list it came from. Esc closes; the focus stays inside and returns where it was. */
export function SideSheet({ opened, onClose, title, width = 560, ...rest }: SideSheetProps) {
  const id = useId()
  const phone = useMediaQuery('(max-width: 48em)')
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size={phone ? '100%' : width}>
      <Drawer.Overlay />
      <Drawer.Content aria-labelledby={id} className={classes.content}>
        <ShortcutLayer>
          <SheetInside id={id} title={title} onClose={onClose} {...rest} />
        </ShortcutLayer>
      </Drawer.Content>
    </Drawer.Root>
  )
}

type InsideProps = Omit<SideSheetProps, 'opened' | 'width'> & { id: string }

function SheetInside({ id, title, onClose, href, onPrevious, onNext, actions, footer, children }: InsideProps) {
  const t = useMessages(messages)
  useShortcuts(t('group'), [
    ...(onNext ? [{ keys: 'j', label: t('next'), run: onNext }] : []),
    ...(onPrevious ? [{ keys: 'k', label: t('previous'), run: onPrevious }] : []),
  ])
  return (
    <>
      <header className={classes.header}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {actions}
        {onPrevious && (
          <ActionIcon aria-label={t('previous')} title={t('previous')} onClick={onPrevious}>
            <IconChevronUp size={16} />
          </ActionIcon>
        )}
        {onNext && (
          <ActionIcon aria-label={t('next')} title={t('next')} onClick={onNext}>
            <IconChevronDown size={16} />
          </ActionIcon>
        )}
        {href && (
          <ActionIcon component={Link} href={href} aria-label={t('full')} title={t('full')}>
            <IconArrowsDiagonal size={16} />
          </ActionIcon>
        )}
        <ActionIcon aria-label={t('close')} title={t('close')} onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div className={classes.body} tabIndex={0} role="group" aria-labelledby={id}>
        {children}
      </div>
      {footer && <footer className={classes.footer}>{footer}</footer>}
    </>
  )
}
