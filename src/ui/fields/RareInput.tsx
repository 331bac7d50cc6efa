import { Checkbox, Input, SegmentedControl } from '@mantine/core'
import { PasswordInput } from '../form/PasswordInput.tsx'
import type { TypedControlProps } from './field.ts'
import classes from './RareInput.module.css'

/** Controls that few forms have: their code is fetched when the first one is shown. */
export default function RareInput({ field, value, onChange, input }: TypedControlProps) {
  const { label, description, error } = input
  if (field.type === 'password')
    return (
      <PasswordInput
        {...input}
        value={typeof value === 'string' ? value : ''}
        onChange={event => onChange(event.currentTarget.value)}
      />
    )
  if (field.type === 'yesno')
    return (
      <Checkbox
        {...{ label, description, error }}
        checked={value === true}
        onChange={event => onChange(event.currentTarget.checked)}
      />
    )
  if (field.shownAs === 'segments')
    return (
      <Input.Wrapper description={description} error={error}>
        <SegmentedControl
          fullWidth
          aria-label={field.label}
          data={(field.options ?? []).map(option => ({ value: option.value, label: option.label }))}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
          disabled={input.disabled}
        />
      </Input.Wrapper>
    )
  return (
    <Checkbox.Group
      {...{ label, description, error }}
      value={Array.isArray(value) ? [...value] : []}
      onChange={onChange}
    >
      <div className={classes.boxes}>
        {field.options?.map(option => (
          <Checkbox
            key={option.value}
            value={option.value}
            label={option.label}
            description={option.hint}
            wrapperProps={{ 'data-hinted': option.hint !== undefined || undefined }}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
