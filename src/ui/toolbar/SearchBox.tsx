import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../i18n/i18n.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import classes from './SearchBox.module.css'
import { toolbarMessages } from './toolbar-messages.ts'

export interface SearchBoxProps {
  value: string
  /** Called when typing pauses. */
  onChange: (value: string) => void
  label?: string
}

const pause = 200

/** Search in this list; `/` goes there, Esc empties it. */
export function SearchBox({ value, onChange, label }: SearchBoxProps) {
  const t = useMessages(toolbarMessages)
  const [typed, setTyped] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  const tell = useRef(onChange)
  tell.current = onChange
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => tell.current(typed), pause)
    return () => clearTimeout(timer)
  }, [typed, value])
  useShortcuts(t('list'), [{ keys: '/', label: t('searchList'), run: () => input.current?.focus() }])
  return (
    <TextInput
      ref={input}
      size="xs"
      className={classes.search}
      role="searchbox"
      enterKeyHint="search"
      aria-label={label ?? t('search')}
      placeholder={label ?? t('search')}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={
        typed && (
          <CloseButton
            size="xs"
            aria-label={t('clearSearch')}
            onClick={() => {
              setTyped('')
              input.current?.focus()
            }}
          />
        )
      }
      value={typed}
      onChange={event => setTyped(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Escape') {
          setTyped('')
          input.current?.blur()
        } else if (event.key === 'Enter') onChange(typed)
      }}
    />
  )
}
