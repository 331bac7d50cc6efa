import { Loader, Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Fragment, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { isPlainClick, useNavigateTo } from '../layout/Link.tsx'
import classes from './CommandPalette.module.css'
import { Kbd } from './Kbd.tsx'
import { ShortcutLayer } from './ShortcutLayer.tsx'

const messages = defineMessages('ui.command-palette', {
  title: 'Search and commands',
  placeholder: 'Search or type a command',
  results: 'Results',
  none: 'Nothing found for “{query}”',
  searching: 'Searching',
  open: 'open',
  move: 'move',
  close: 'close',
})

export interface PaletteItem {
  key: string
  label: string
  /** Beside the label: an e-mail, a company, where the match was. */
  detail?: string
  icon?: ReactNode
  /** Shortcut that does the same. */
  keys?: string
  /** A page to go to … */
  href?: string
  /** … or something to do. */
  run?: () => void
}

export interface PaletteGroup {
  key: string
  label: string
  items: readonly PaletteItem[]
}

export interface CommandPaletteProps {
  opened: boolean
  onClose: () => void
  query: string
  onQuery: (query: string) => void
  /** Recent, results, actions: in the order shown. */
  groups: readonly PaletteGroup[]
  loading?: boolean
}

/** ⌘K: one field to find anything and do anything. The caller answers the query. */
export function CommandPalette({ opened, onClose, ...rest }: CommandPaletteProps) {
  const t = useMessages(messages)
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={600}
      yOffset="12vh"
      xOffset={12}
      classNames={{ content: classes.content }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('title')}>
        <ShortcutLayer>
          <Palette onClose={onClose} {...rest} />
        </ShortcutLayer>
      </Modal.Content>
    </Modal.Root>
  )
}

function Palette({ onClose, query, onQuery, groups, loading = false }: Omit<CommandPaletteProps, 'opened'>) {
  const t = useMessages(messages)
  const navigate = useNavigateTo()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const items = groups.flatMap(group => group.items)
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const found = items.findIndex(item => item.key === activeKey)
  const active = found < 0 ? 0 : found

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, activeKey])

  const choose = (item: PaletteItem | undefined, newTab: boolean) => {
    if (!item) return
    if (item.href && newTab) return void window.open(item.href, '_blank', 'noopener')
    onClose()
    if (item.href) navigate(item.href)
    item.run?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && items.length > 0) {
      event.preventDefault()
      setActiveKey(items[(active + step + items.length) % items.length]!.key)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(items[active], event.metaKey || event.ctrlKey)
    }
  }

  let index = -1
  return (
    <>
      <div className={classes.search}>
        <IconSearch size={18} aria-hidden />
        <input
          className={classes.input}
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={items.length > 0 ? `${id}-${active}` : undefined}
          aria-label={t('title')}
          aria-autocomplete="list"
          placeholder={t('placeholder')}
          value={query}
          onChange={event => {
            setActiveKey(null)
            onQuery(event.currentTarget.value)
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        {loading && <Loader size={16} aria-label={t('searching')} />}
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('results')} className={classes.list}>
        {groups.map(
          group =>
            group.items.length > 0 && (
              <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
                <div id={`${id}-${group.key}`} className={classes.group} role="presentation">
                  {group.label}
                </div>
                {group.items.map(item => {
                  index++
                  const place = index
                  return (
                    <a
                      key={item.key}
                      id={`${id}-${place}`}
                      role="option"
                      aria-selected={place === active}
                      href={item.href}
                      tabIndex={-1}
                      className={classes.item}
                      onMouseMove={() => setActiveKey(item.key)}
                      onMouseDown={event => event.preventDefault()}
                      onClick={event => {
                        if (!isPlainClick(event) && item.href) return
                        event.preventDefault()
                        choose(item, false)
                      }}
                    >
                      {item.icon && <span className={classes.icon}>{item.icon}</span>}
                      <span className={classes.label}>{item.label}</span>
                      {item.detail && <span className={classes.detail}>{item.detail}</span>}
                      {item.keys && (
                        <span className={classes.keys}>
                          <Kbd keys={item.keys} />
                        </span>
                      )}
                    </a>
                  )
                })}
              </div>
            ),
        )}
      </div>
      {items.length === 0 && (
        <p className={classes.none} role="status">
          {loading ? t('searching') : query ? t('none', { query }) : null}
        </p>
      )}
      <div className={classes.foot} aria-hidden>
        {(
          [
            ['arrowup arrowdown', 'move'],
            ['enter', 'open'],
            ['escape', 'close'],
          ] as const
        ).map(([keys, word]) => (
          <Fragment key={word}>
            <Kbd keys={keys} />
            <span>{t(word)}</span>
          </Fragment>
        ))}
      </div>
    </>
  )
}
