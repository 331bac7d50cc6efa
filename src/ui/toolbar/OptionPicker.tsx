import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Field, FieldOption } from '../fields/field.ts'
import { useFieldOptions } from '../fields/use-field-options.ts'
import { isNew, NewOption, newOption, OptionLine } from '../form/OptionList.tsx'
import { useSearchOptions } from '../form/use-search-options.ts'
import { useMessages } from '../i18n/i18n.tsx'
import classes from './OptionPicker.module.css'
import { toolbarMessages } from './toolbar-messages.ts'

export interface OptionPickerProps {
  field: Field
  multiple: boolean
  value: readonly string[]
  onChange: (value: string[]) => void
  /** Chosen records, so that they are listed before anything is searched. */
  chosen: readonly FieldOption[]
  /** Makes what was typed; absent where only what is there can be picked. */
  onCreate?: (name: string) => Promise<FieldOption>
}

const none = async () => []

/** The values of a filter as a list that is open already: search, tick, done. */
export function OptionPicker({ field, multiple, value, onChange, chosen, onCreate }: OptionPickerProps) {
  const t = useMessages(toolbarMessages)
  const [query, setQuery] = useState('')
  const [made, setMade] = useState<readonly FieldOption[]>([])
  const combobox = useCombobox()
  const known = useFieldOptions(field)
  const { options: found, searching } = useSearchOptions(field.search ?? none, query, field.search !== undefined)
  const typed = query.trim()
  const wanted = typed.toLowerCase()
  const all = field.search ? found : known.filter(option => option.label.toLowerCase().includes(wanted))
  const pinned =
    wanted === '' ? [...chosen, ...made].filter(option => !all.some(other => other.value === option.value)) : []
  const isOffered = onCreate !== undefined && wanted !== '' && !searching && isNew(all, typed)
  const toggle = async (picked: string) => {
    if (picked === newOption) {
      setQuery('')
      const option = await onCreate!(typed)
      setMade([...made, option])
      onChange([...value, option.value])
    } else if (!multiple) onChange(value.includes(picked) ? [] : [picked])
    else onChange(value.includes(picked) ? value.filter(other => other !== picked) : [...value, picked])
  }
  return (
    <Combobox store={combobox} onOptionSubmit={picked => void toggle(picked)}>
      <Combobox.EventsTarget>
        <TextInput
          size="xs"
          value={query}
          onChange={event => {
            setQuery(event.currentTarget.value)
            combobox.selectFirstOption()
          }}
          onKeyDown={event => {
            const first = all[0]?.value ?? (isOffered ? newOption : undefined)
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || combobox.dropdownOpened) return
            if (wanted === '' || (first && value.includes(first))) return
            // Takes the first that was found; the form around it is sent by the next Enter.
            event.preventDefault()
            if (searching || !first) return
            setQuery('')
            void toggle(first)
          }}
          placeholder={t('search')}
          aria-label={field.label}
          rightSection={searching ? <Loader size={12} /> : null}
          autoComplete="off"
          data-autofocus
        />
      </Combobox.EventsTarget>
      <Combobox.Options aria-label={field.label} aria-multiselectable={multiple} className={classes.options}>
        {[...pinned, ...all].map(option => {
          const picked = value.includes(option.value)
          return (
            <Combobox.Option key={option.value} value={option.value} active={picked} aria-selected={picked}>
              <span className={classes.option}>
                <IconCheck size={14} aria-hidden className={picked ? classes.tick : classes.hidden} />
                <OptionLine option={option} />
              </span>
            </Combobox.Option>
          )
        })}
        {isOffered && <NewOption typed={typed} />}
        {all.length === 0 && pinned.length === 0 && !searching && !isOffered && (
          <Combobox.Empty>{t('noOption')}</Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox>
  )
}
