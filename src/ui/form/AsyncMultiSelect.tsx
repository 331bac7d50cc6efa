import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import type { FieldOption, SearchOptions } from '../fields/field.ts'
import { useMessages } from '../i18n/i18n.tsx'
import classes from './AsyncSelect.module.css'
import { OptionLine } from './AsyncSelect.tsx'
import { useSearchOptions } from './use-search-options.ts'

const messages = defineMessages('ui.async-multi-select', {
  create: 'Create “{query}”',
  none: 'Nothing found',
  searching: 'Searching',
  options: 'Options',
  remove: 'Remove {label}',
})

export interface AsyncMultiSelectProps {
  value: readonly FieldOption[]
  onChange: (options: FieldOption[]) => void
  search: SearchOptions
  onCreate?: (query: string) => Promise<FieldOption>
  label?: ReactNode
  'aria-label'?: string
  description?: ReactNode
  placeholder?: string
  required?: boolean
  error?: ReactNode
  disabled?: boolean
  autoFocus?: boolean
  'data-autofocus'?: boolean
}

const createValue = '\u0000create'

/** Picks several records: tags, members, companies. */
export function AsyncMultiSelect({
  value,
  onChange,
  search,
  onCreate,
  placeholder,
  autoFocus,
  'data-autofocus': marked,
  ...input
}: AsyncMultiSelectProps) {
  const t = useMessages(messages)
  const [query, setQuery] = useState('')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const { options, searching } = useSearchOptions(search, query, combobox.dropdownOpened)
  const chosen = new Set(value.map(option => option.value))
  const typed = query.trim()
  const canCreate =
    onCreate && typed !== '' && !options.some(option => option.label.toLowerCase() === typed.toLowerCase())

  const submit = async (picked: string) => {
    setQuery('')
    if (picked === createValue) return onChange([...value, await onCreate!(typed)])
    if (chosen.has(picked)) return onChange(value.filter(option => option.value !== picked))
    const option = options.find(candidate => candidate.value === picked)
    if (option) onChange([...value, option])
  }

  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <Combobox.DropdownTarget>
        <PillsInput {...input} aria-label={undefined} onClick={() => combobox.openDropdown()}>
          <Pill.Group>
            {value.map(option => (
              <Pill
                key={option.value}
                withRemoveButton
                onRemove={() => onChange(value.filter(other => other.value !== option.value))}
                removeButtonProps={{ 'aria-label': t('remove', { label: option.label }), 'aria-hidden': false }}
              >
                {option.label}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                value={query}
                aria-label={input['aria-label']}
                autoFocus={autoFocus}
                data-autofocus={marked}
                placeholder={value.length === 0 ? placeholder : undefined}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onChange={event => {
                  setQuery(event.currentTarget.value)
                  combobox.openDropdown()
                  combobox.updateSelectedOptionIndex()
                }}
                onKeyDown={event => {
                  if (event.key === 'Backspace' && query === '' && value.length > 0) onChange(value.slice(0, -1))
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t('options')} mah={240} className={classes.options}>
          {options.map(option => (
            <Combobox.Option key={option.value} value={option.value} active={chosen.has(option.value)}>
              <span className={classes.picked}>
                <OptionLine option={option} />
                {chosen.has(option.value) && <IconCheck size={14} aria-hidden />}
              </span>
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
