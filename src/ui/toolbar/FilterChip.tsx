import { Button, Popover, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { FieldInput } from '../fields/FieldInput.tsx'
import { isComplete, operatorsOf, type Field, type FieldOption, type Filter } from '../fields/field.ts'
import { useFormat, useMessages } from '../i18n/i18n.tsx'
import { editorField, filterWords, optionNames, operatorWords, toFieldValue, toFilterText } from './filter-words.ts'
import classes from './FilterChip.module.css'
import { OptionPicker } from './OptionPicker.tsx'
import { toolbarMessages } from './toolbar-messages.ts'

export interface FilterChipProps {
  field: Field
  filter: Filter
  /** Records whose names are known. */
  seen: readonly FieldOption[]
  onSeen: (options: readonly FieldOption[]) => void
  onChange: (filter: Filter) => void
  onRemove: () => void
  startsOpen?: boolean
}

export function FilterChip({ field, filter, seen, onSeen, onChange, onRemove, startsOpen = false }: FilterChipProps) {
  const t = useMessages(toolbarMessages)
  const format = useFormat()
  const [opened, setOpened] = useState(startsOpen)
  const [draft, setDraft] = useState(filter)
  const words = filterWords(field, filter, optionNames(seen), format, t)
  const text = [field.label, words.operator, words.value].filter(Boolean).join(' ')
  const editor = editorField(field, draft.operator, t)
  const value = toFieldValue(editor, draft.value)
  const isReady = isComplete(draft) && !Number.isNaN(value)

  const close = () => {
    setOpened(false)
    if (startsOpen && !isComplete(filter)) onRemove()
  }
  const apply = () => {
    setOpened(false)
    if (isReady) onChange(draft)
    else onRemove()
  }

  return (
    <Popover
      opened={opened}
      onChange={open => !open && close()}
      position="bottom-start"
      width={280}
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <span className={classes.chip}>
          <button
            type="button"
            className={classes.edit}
            aria-label={t('editFilter', { text })}
            aria-haspopup="dialog"
            aria-expanded={opened}
            onClick={() => {
              setDraft(filter)
              setOpened(!opened)
            }}
          >
            <span className={classes.field}>{field.label}</span>{' '}
            <span className={classes.operator}>{words.operator}</span>{' '}
            <span className={classes.value}>{words.value}</span>
          </button>
          <button
            type="button"
            className={classes.remove}
            aria-label={t('removeFilter', { field: field.label })}
            onClick={onRemove}
          >
            <IconX size={12} aria-hidden />
          </button>
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={field.label}>
        <form
          className={classes.form}
          onSubmit={event => {
            event.preventDefault()
            apply()
          }}
        >
          <Select
            aria-label={t('operator')}
            data={operatorsOf(field).map(operator => ({ value: operator, label: operatorWords(field, operator, t) }))}
            value={draft.operator}
            allowDeselect={false}
            onChange={operator => {
              const chosen = (operator ?? draft.operator) as Filter['operator']
              const sameEditor =
                editorField(field, chosen, t).type === editor.type &&
                (chosen === 'empty') === (draft.operator === 'empty')
              setDraft({ ...draft, operator: chosen, value: sameEditor && !Number.isNaN(value) ? draft.value : '' })
            }}
            comboboxProps={{ withinPortal: false }}
          />
          {editor.search || editor.options ? (
            <OptionPicker
              key={draft.operator}
              field={{
                ...editor,
                search:
                  editor.search &&
                  (async (query, signal) => {
                    const found = await editor.search!(query, signal)
                    onSeen(found)
                    return found
                  }),
              }}
              multiple={draft.operator === 'in'}
              value={draft.value === '' ? [] : draft.value.split(',')}
              onChange={values => setDraft({ ...draft, value: values.join(',') })}
              chosen={seen.filter(option => draft.value.split(',').includes(option.value))}
            />
          ) : (
            <FieldInput
              key={`${editor.type}-${draft.operator}`}
              field={editor}
              value={value}
              onChange={next => setDraft({ ...draft, value: toFilterText(next) })}
              aria-label={t('value')}
              autoFocus
            />
          )}
          <Button type="submit" size="xs" disabled={!isReady}>
            {t('apply')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
