import { Combobox, type ComboboxStore } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import type { FieldOption } from '../fields/field.ts'
import { useMessages } from '../i18n/i18n.tsx'
import classes from './OptionList.module.css'

const messages = defineMessages('ui.option-list', {
  create: 'Create “{query}”',
  none: 'Nothing found',
  searching: 'Searching',
  options: 'Options',
})

/** The value of the option that makes what was typed. */
export const newOption = '\u0000create'

export interface OptionListProps {
  options: readonly FieldOption[]
  /** Values that are chosen already. */
  chosen: readonly string[]
  searching: boolean
  /** What was typed, where it can be created. */
  creatable: string | false
}

/** Whether what was typed can be made: nothing that was found is called so. */
export const isNew = (options: readonly FieldOption[], typed: string) =>
  !options.some(({ label }) => label.toLowerCase() === typed.toLowerCase())

/** Enter takes the first that is offered for what was typed, and never sends the form around it in the meantime. */
export function takeFirst(
  event: KeyboardEvent,
  { dropdownOpened, getSelectedOptionIndex }: ComboboxStore,
  { options, searching, creatable, typed }: Omit<OptionListProps, 'chosen'> & { typed: string },
  take: (value: string) => void,
) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  if (!dropdownOpened || typed === '' || getSelectedOptionIndex() !== -1) return
  event.preventDefault()
  const first = options[0]?.value ?? (creatable && isNew(options, creatable) ? newOption : undefined)
  if (!searching && first !== undefined) take(first)
}

/** What was found, and the offer to create what was not. */
export function OptionList({ options, chosen, searching, creatable }: OptionListProps) {
  const t = useMessages(messages)
  const isOffered = creatable && isNew(options, creatable)
  return (
    <Combobox.Dropdown>
      <Combobox.Options aria-label={t('options')} mah={240} className={classes.options}>
        {options.map(option => (
          <Combobox.Option key={option.value} value={option.value} active={chosen.includes(option.value)}>
            <span className={classes.picked}>
              <OptionLine option={option} />
              {chosen.includes(option.value) && <IconCheck size={14} aria-hidden />}
            </span>
          </Combobox.Option>
        ))}
        {isOffered && <NewOption typed={creatable} />}
        {options.length === 0 && !isOffered && (
          <Combobox.Empty>{searching ? t('searching') : t('none')}</Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox.Dropdown>
  )
}

/** The offer to create what was typed; inside `Combobox.Options`. */
export function NewOption({ typed }: { typed: string }) {
  const t = useMessages(messages)
  return (
    <Combobox.Option value={newOption}>
      <span className={classes.create}>
        <IconPlus size={14} aria-hidden /> {t('create', { query: typed })}
      </span>
    </Combobox.Option>
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
