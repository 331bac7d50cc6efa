import { CloseButton, Combobox, InputBase, Loader, useCombobox } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import type { ControlProps, FieldOption, SearchOptions } from '../fields/field.ts'
import { useMessages } from '../i18n/i18n.tsx'
import { newOption, OptionList, takeFirst } from './OptionList.tsx'
import { useSearchOptions } from './use-search-options.ts'

const messages = defineMessages('ui.async-select', { searching: 'Searching', clear: 'Clear' })

export interface AsyncSelectProps extends ControlProps {
  value: FieldOption | null
  onChange: (option: FieldOption | null) => void
  search: SearchOptions
  /** Makes what was typed; absent when nothing can be created here. */
  onCreate?: (query: string) => Promise<FieldOption>
  size?: 'xs' | 'sm'
}

/** Picks one record of many: options are searched for as the person types. */
export function AsyncSelect({ value, onChange, search, onCreate, ...input }: AsyncSelectProps) {
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
  const offered = { options, searching, creatable: onCreate !== undefined && typed }

  const submit = async (chosen: string) => {
    combobox.closeDropdown()
    if (chosen === newOption) onChange(await onCreate!(typed))
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
          onKeyDown={event => takeFirst(event, combobox, { ...offered, typed }, chosen => void submit(chosen))}
          onClick={() => combobox.openDropdown()}
          onFocus={event => event.currentTarget.select()}
          onBlur={() => combobox.closeDropdown()}
          autoComplete="off"
          rightSection={
            searching && combobox.dropdownOpened ? (
              <Loader size={14} aria-label={t('searching')} />
            ) : value && !input.disabled ? (
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
          rightSectionPointerEvents={value ? 'all' : 'none'}
        />
      </Combobox.Target>
      <OptionList {...offered} chosen={value ? [value.value] : []} />
    </Combobox>
  )
}
