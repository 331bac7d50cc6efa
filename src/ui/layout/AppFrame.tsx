import { Drawer } from '@mantine/core'
import { IconDots, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconSearch } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { Kbd } from '../keyboard/Kbd.tsx'
import { ShortcutLayer } from '../keyboard/ShortcutLayer.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import classes from './AppFrame.module.css'
import { Link } from './Link.tsx'
import { Logo } from './Logo.tsx'
import { NavList, type NavItem } from './NavList.tsx'

const messages = defineMessages('ui.app-frame', {
  skip: 'Skip to content',
  navigation: 'Main',
  collapse: 'Collapse navigation',
  expand: 'Expand navigation',
  search: 'Search',
  more: 'More',
  close: 'Close menu',
  group: 'Everywhere',
})

export interface AppFrameProps {
  /** Name of the workspace, shown beside the logo. */
  name: string
  places: readonly NavItem[]
  onSearch: () => void
  /** Below the navigation: the member's menu. */
  footer?: ReactNode
  children: ReactNode
}

const collapsedKey = 'rapport.navigation-collapsed'

/** Left navigation (bottom bar on a phone), the page beside it, landmarks and the skip link. */
export function AppFrame({ name, places, onSearch, footer, children }: AppFrameProps) {
  const t = useMessages(messages)
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(collapsedKey) === 'yes')
  const [menuOpen, setMenuOpen] = useState(false)
  const toggle = () => {
    localStorage.setItem(collapsedKey, collapsed ? 'no' : 'yes')
    setCollapsed(!collapsed)
  }
  useShortcuts(t('group'), [
    { keys: 'mod+k', label: t('search'), run: onSearch, whileTyping: true },
    { keys: '[', label: collapsed ? t('expand') : t('collapse'), run: toggle },
  ])
  const collapseLabel = collapsed ? t('expand') : t('collapse')

  return (
    <div className={classes.frame} data-collapsed={collapsed || undefined}>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <nav className={classes.side} aria-label={t('navigation')}>
        <div className={classes.brand}>
          <Logo />
          <span className={classes.name}>{name}</span>
          <button
            type="button"
            className={classes.collapse}
            onClick={toggle}
            aria-label={collapseLabel}
            title={collapseLabel}
          >
            {collapsed ? <IconLayoutSidebarLeftExpand size={16} /> : <IconLayoutSidebarLeftCollapse size={16} />}
          </button>
        </div>
        <button type="button" className={classes.search} onClick={onSearch}>
          <IconSearch size={15} aria-hidden />
          <span className={classes.searchText}>{t('search')}</span>
          <span className={classes.searchKeys}>
            <Kbd keys="mod+k" />
          </span>
        </button>
        <div className={classes.scroll}>
          <NavList groups={[{ items: places }]} collapsed={collapsed} />
        </div>
        {footer && <div className={classes.footer}>{footer}</div>}
      </nav>

      <div className={classes.content}>
        <main id="main" tabIndex={-1} className={classes.main}>
          {children}
        </main>
      </div>

      <nav className={classes.bottom} aria-label={t('navigation')}>
        {places.slice(0, 4).map(item => (
          <Link
            key={item.href}
            href={item.href}
            className={classes.tab}
            aria-current={item.active ? 'page' : undefined}
          >
            <item.icon size={20} stroke={1.6} aria-hidden />
            <span>{item.label}</span>
          </Link>
        ))}
        <button type="button" className={classes.tab} onClick={() => setMenuOpen(true)} aria-haspopup="dialog">
          <IconDots size={20} stroke={1.6} aria-hidden />
          <span>{t('more')}</span>
        </button>
      </nav>
      <Drawer
        opened={menuOpen}
        onClose={() => setMenuOpen(false)}
        position="bottom"
        size="auto"
        title={name}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <ShortcutLayer>
          <button
            type="button"
            className={classes.search}
            onClick={() => {
              setMenuOpen(false)
              onSearch()
            }}
          >
            <IconSearch size={15} aria-hidden />
            <span className={classes.searchText}>{t('search')}</span>
          </button>
          <NavList groups={[{ items: places }]} onFollow={() => setMenuOpen(false)} />
          {footer && <div className={classes.footer}>{footer}</div>}
        </ShortcutLayer>
      </Drawer>
    </div>
  )
}
