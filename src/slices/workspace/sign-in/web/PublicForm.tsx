import { Button, TextInput } from '@mantine/core'
import { createContext, use, type ReactNode } from 'react'
import { PasswordInput } from '../../../../ui/form/PasswordInput.tsx'
import { errorAt, valueAt } from '../../../../ui/form/problem.ts'
import type { Form } from '../../../../ui/form/use-form.ts'
import { FormError } from './FormError.tsx'
import classes from './SignIn.module.css'

const FormContext = createContext<Form<object> | null>(null)

export interface PublicFormProps<Values extends object> {
  form: Form<Values>
  submitLabel: string
  /** Below the button. */
  footer?: ReactNode
  children: ReactNode
}

/** The form of a page for people who are not signed in; its code is small. */
export function PublicForm<Values extends object>({ form, submitLabel, footer, children }: PublicFormProps<Values>) {
  return (
    <>
      <FormError error={form.problem} />
      <form className={classes.form} onSubmit={form.onSubmit}>
        <FormContext value={form as unknown as Form<object>}>{children}</FormContext>
        <Button type="submit" size="md" fullWidth loading={form.submitting}>
          {submitLabel}
        </Button>
        {footer}
      </form>
    </>
  )
}

export interface EntryProps {
  path: string
  label: string
  description?: string
  type?: 'email' | 'password'
  autoComplete: string
  autoFocus?: boolean
}

/** A line that must be filled in. */
export function Entry({ path, type, ...rest }: EntryProps) {
  const form = use(FormContext)!
  const Input = type === 'password' ? PasswordInput : TextInput
  return (
    <Input
      {...rest}
      name={path}
      type={type === 'email' ? type : undefined}
      required
      withAsterisk={false}
      value={valueAt(form.values, path) as string}
      onChange={event => form.set(path, event.currentTarget.value)}
      error={errorAt(form.errors, path)}
    />
  )
}
