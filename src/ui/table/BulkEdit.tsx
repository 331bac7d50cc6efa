import { Button, Popover } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Field, FieldValue } from '../fields/field.ts'
import { valueOfOption } from '../fields/use-field-options.ts'
import { OptionPicker } from '../toolbar/OptionPicker.tsx'
import classes from './BulkEdit.module.css'

export interface BulkEditProps {
  /** On the bar: "Owner"; verb + object where what was ticked is sent by a button: "Add tags". */
  label: string
  icon?: ReactNode
  /** A choice, a yes or no, or a relation. */
  field: Field
  /** Hears one value when it is picked, or a list where there can be several. */
  onSubmit: (value: FieldValue) => void
}

const nobody: readonly never[] = []

/** One button of the bulk bar: asks for a value and gives it to all selected rows. */
export function BulkEdit({ label, icon, field, onSubmit }: BulkEditProps) {
  const [opened, setOpened] = useState(false)
  const [values, setValues] = useState<string[]>([])
  const multiple = field.type === 'tag' || field.type === 'choices'
  const close = () => {
    setOpened(false)
    setValues([])
  }
  const submit = (chosen: string[]) => {
    close()
    if (chosen.length > 0) onSubmit(multiple ? chosen : valueOfOption(field, chosen[0]!))
  }
  return (
    <Popover opened={opened} onChange={open => !open && close()} position="top" width={260} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={icon}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => (opened ? close() : setOpened(true))}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form
          className={classes.form}
          onSubmit={event => {
            event.preventDefault()
            submit(values)
          }}
        >
          <OptionPicker
            field={field}
            multiple={multiple}
            value={values}
            onChange={next => (multiple ? setValues(next) : submit(next))}
            chosen={nobody}
            onCreate={multiple ? field.create : undefined}
          />
          {multiple && (
            <Button type="submit" size="xs" disabled={values.length === 0}>
              {label}
            </Button>
          )}
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
