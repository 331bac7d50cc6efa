import { Button, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ProblemError } from '../../../../ui/api/problem-error.ts'
import { PasswordInput } from '../../../../ui/form/PasswordInput.tsx'
import { FormError } from './FormError.tsx'
import classes from './SignIn.module.css'

export interface PublicFormProps {
  error: ProblemError | null
  running: boolean
  submitLabel: string
  disabled?: boolean
  /** What it rejects with is the `error`. */
  onSubmit: () => Promise<unknown>
  /** Below the button. */
  footer?: ReactNode
  children: ReactNode
}

/** The form of a page for people who are not signed in. */
export function PublicForm({ error, running, submitLabel, disabled, onSubmit, footer, children }: PublicFormProps) {
  return (
    <>
      <FormError error={error} />
      <form
        className={classes.form}
        onSubmit={event => {
          event.preventDefault()
          onSubmit().catch(() => {})
        }}
      >
        {children}
        <Button type="submit" size="md" fullWidth loading={running} disabled={disabled}>
          {submitLabel}
        </Button>
        {footer}
      </form>
    </>
  )
}

export interface EntryProps {
  label: string
  description?: string
  type?: 'email' | 'password'
  name?: string
  autoComplete: string
  autoFocus?: boolean
  value: string
  onChange: (value: string) => void
  error?: string
}

/** A line that must be filled in. */
export function Entry({ type, onChange, ...rest }: EntryProps) {
  const Input = type === 'password' ? PasswordInput : TextInput
  return (
    <Input
      {...rest}
      type={type === 'email' ? type : undefined}
      required
      withAsterisk={false}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
