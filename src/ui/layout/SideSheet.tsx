import { ActionIcon, Drawer } from '@mantine/core'
import { IconArrowsDiagonal, IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { IconButton } from './IconButton.tsx'
import { useMessages } from '../i18n/i18n.tsx'
import { ShortcutLayer } from '../keyboard/ShortcutLayer.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { Link } from './Link.tsx'
import { useIsPhone } from './use-is-phone.ts'
import classes from './SideSheet.module.css'

const messages = defineMessages('ui.side-sheet', {
  close: 'Close',
  full: 'Open as a page',
  previous: 'Previous',
  next: 'Next',
  group: 'Sheet',
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
  const phone = useIsPhone()
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position="right"
      size={phone ? '100%' : width}
      classNames={{ content: classes.content }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <ShortcutLayer>
          <SheetInside title={title} onClose={onClose} {...rest} />
        </ShortcutLayer>
      </Drawer.Content>
    </Drawer.Root>
  )
}

type InsideProps = Omit<SideSheetProps, 'opened' | 'width'>

function SheetInside({ title, onClose, href, onPrevious, onNext, actions, footer, children }: InsideProps) {
  const t = useMessages(messages)
  useShortcuts(t('group'), [
    ...(onNext ? [{ keys: 'j', label: t('next'), run: onNext }] : []),
    ...(onPrevious ? [{ keys: 'k', label: t('previous'), run: onPrevious }] : []),
  ])
  return (
    <>
      <div className={classes.header}>
        <Drawer.Title className={classes.title} tabIndex={-1} data-autofocus>
          {title}
        </Drawer.Title>
        {actions}
        {onPrevious && <IconButton icon={IconChevronUp} label={t('previous')} onClick={onPrevious} />}
        {onNext && <IconButton icon={IconChevronDown} label={t('next')} onClick={onNext} />}
        {href && (
          <ActionIcon component={Link} href={href} aria-label={t('full')} title={t('full')}>
            <IconArrowsDiagonal size={16} />
          </ActionIcon>
        )}
        <IconButton icon={IconX} label={t('close')} onClick={onClose} />
      </div>
      <Drawer.Body className={classes.body} tabIndex={0}>
        {children}
      </Drawer.Body>
      {footer && <div className={classes.footer}>{footer}</div>}
    </>
  )
}
