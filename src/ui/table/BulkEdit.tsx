import { Button, Popover } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { FieldInput } from '../fields/FieldInput.tsx'
import type { Field, FieldValue } from '../fields/field.ts'
import classes from './BulkEdit.module.css'

export interface BulkEditProps {
  /** On the bar: "Owner". */
  label: string
  icon?: ReactNode
  field: Field
  /** Verb + object: "Set owner". */
  submitLabel: string
  onSubmit: (value: FieldValue) => void
}

/** One button of the bulk bar: asks for a value and gives it to all selected rows. */
export function BulkEdit({ label, icon, field, submitLabel, onSubmit }: BulkEditProps) {
  const [opened, setOpened] = useState(false)
  const [value, setValue] = useState<FieldValue>(null)
  const ready = value !== null && !(Array.isArray(value) && value.length === 0)
  return (
    <Popover
      opened={opened}
      onChange={open => {
        setOpened(open)
        setValue(null)
      }}
      position="top"
      width={260}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={icon}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form
          className={classes.form}
          onSubmit={event => {
            event.preventDefault()
            if (!ready) return
            setOpened(false)
            onSubmit(value)
          }}
        >
          <FieldInput field={field} value={value} onChange={setValue} aria-label={label} autoFocus />
          <Button type="submit" size="xs" disabled={!ready}>
            {submitLabel}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
