import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { useState } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import type { ControlProps, FieldOption, SearchOptions } from '../fields/field.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { newOption, OptionList, takeFirst } from './OptionList.tsx'
import { useSearchOptions } from './use-search-options.ts'

const messages = defineMessages('ui.async-multi-select', { remove: 'Remove {label}' })

export interface AsyncMultiSelectProps extends ControlProps {
  value: readonly FieldOption[]
  onChange: (options: FieldOption[]) => void
  search: SearchOptions
  /** Makes what was typed; absent when nothing can be created here. */
  onCreate?: (query: string) => Promise<FieldOption>
}

/** Picks several records: tags, members, companies. */
export function AsyncMultiSelect(props: AsyncMultiSelectProps) {
  const { value, onChange, search, onCreate, placeholder, autoFocus, 'data-autofocus': marked, ...input } = props
  const t = useMessages(messages)
  const [query, setQuery] = useState('')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const { options, searching } = useSearchOptions(search, query, combobox.dropdownOpened)
  const without = (id: string) => value.filter(option => option.value !== id)
  const typed = query.trim()
  const offered = { options, searching, creatable: onCreate !== undefined && typed }

  const submit = async (picked: string) => {
    setQuery('')
    if (picked === newOption) return onChange([...value, await onCreate!(typed)])
    const rest = without(picked)
    if (rest.length < value.length) return onChange(rest)
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
                onRemove={() => onChange(without(option.value))}
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
                  takeFirst(event, combobox, { ...offered, typed }, picked => void submit(picked))
                  if (event.key === 'Backspace' && query === '' && value.length > 0) onChange(value.slice(0, -1))
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <OptionList {...offered} chosen={value.map(option => option.value)} />
    </Combobox>
  )
}
