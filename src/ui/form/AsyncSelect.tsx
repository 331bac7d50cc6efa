import { CloseButton, Combobox, InputBase, Loader, useCombobox } from '@mantine/core'
import { IconPlus, IconSelector } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import type { FieldOption, SearchOptions } from '../fields/field.ts'
import { useMessages } from '../i18n/i18n.tsx'
import classes from './AsyncSelect.module.css'
import { useSearchOptions } from './use-search-options.ts'

const messages = defineMessages('ui.async-select', {
  create: 'Create “{query}”',
  none: 'Nothing found',
  searching: 'Searching',
  options: 'Options',
  clear: 'Clear',
})

export interface AsyncSelectProps {
  value: FieldOption | null
  onChange: (option: FieldOption | null) => void
  search: SearchOptions
  /** Makes what was typed; absent when nothing can be created here. */
  onCreate?: (query: string) => Promise<FieldOption>
  label?: ReactNode
  'aria-label'?: string
  description?: ReactNode
  placeholder?: string
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  clearable?: boolean
  autoFocus?: boolean
  'data-autofocus'?: boolean
  size?: 'xs' | 'sm'
  onBlur?: () => void
}

const createValue = '\u0000create'

/** Picks one record of many: options are searched for as the person types. */
export function AsyncSelect({
  value,
  onChange,
  search,
  onCreate,
  clearable = true,
  onBlur,
  ...input
}: AsyncSelectProps) {
  const t = useMessages(messages)
  const [query, setQuery] = useState<string | null>(null)
  const combobox = useCombobox({
    onDropdownClose: () => {
      setQuery(null)
      combobox.resetSelectedOption()
    },
  })
  const { options, searching } = useSearchOptions(search, query ?? '', combobox.dropdownOpened)
  const typed = (query ?? '').trim()
  const canCreate =
    onCreate && typed !== '' && !options.some(option => option.label.toLowerCase() === typed.toLowerCase())

  const submit = async (chosen: string) => {
    combobox.closeDropdown()
    if (chosen === createValue) onChange(await onCreate!(typed))
    else onChange(options.find(option => option.value === chosen) ?? null)
  }

  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <Combobox.Target>
        <InputBase
          {...input}
          value={query ?? value?.label ?? ''}
          onChange={event => {
            setQuery(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={event => event.currentTarget.select()}
          onBlur={() => {
            combobox.closeDropdown()
            onBlur?.()
          }}
          autoComplete="off"
          rightSection={
            searching && combobox.dropdownOpened ? (
              <Loader size={14} aria-label={t('searching')} />
            ) : value && clearable && !input.disabled ? (
              <CloseButton
                size="sm"
                aria-label={t('clear')}
                tabIndex={-1}
                onMouseDown={event => event.preventDefault()}
                onClick={() => onChange(null)}
              />
            ) : (
              <IconSelector size={14} aria-hidden />
            )
          }
          rightSectionPointerEvents={value && clearable ? 'all' : 'none'}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t('options')} mah={240} className={classes.options}>
          {options.map(option => (
            <Combobox.Option key={option.value} value={option.value} active={option.value === value?.value}>
              <OptionLine option={option} />
            </Combobox.Option>
          ))}
          {canCreate && (
            <Combobox.Option value={createValue}>
              <span className={classes.create}>
                <IconPlus size={14} aria-hidden /> {t('create', { query: typed })}
              </span>
            </Combobox.Option>
          )}
          {options.length === 0 && !canCreate && (
            <Combobox.Empty>{searching ? t('searching') : t('none')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

export function OptionLine({ option }: { option: FieldOption }) {
  return (
    <span className={classes.option}>
      {option.label}
      {option.hint && <span className={classes.hint}>{option.hint}</span>}
    </span>
  )
}
