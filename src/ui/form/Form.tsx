import { Alert, Button } from '@mantine/core'
import { createContext, use, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { defineMessages } from '../../kernel/messages.ts'
import { confirmLoss, isAsking } from '../feedback/confirm-loss.ts'
import type { ControlProps, Field, FieldOption, FieldValue } from '../fields/field.ts'
import { FieldInput } from '../fields/FieldInput.tsx'
import { useMessages } from '../i18n/i18n.tsx'
import { Dialog, type DialogProps } from '../layout/Dialog.tsx'
import { DialogButtons } from '../layout/DialogButtons.tsx'
import { useProblemWords } from '../screen/problem-words.ts'
import classes from './Form.module.css'
import { errorAt, valueAt } from './problem.ts'
import { useUnsavedChanges } from './unsaved-changes.ts'
import type { Form as FormState } from './use-form.ts'

const messages = defineMessages('ui.form', {
  failed: 'Could not save',
  request: 'Request {id}',
  close: 'Close without saving?',
  lost: 'What you entered',
  discard: 'Discard changes',
})

const FormContext = createContext<FormState<object> | null>(null)

export interface FormProps<Values extends object> {
  form: FormState<Values>
  /** Verb + object: "Save contact". */
  submitLabel: string
  onCancel?: () => void
  /** What it does cannot be taken back. */
  danger?: boolean
  children: ReactNode
}

/** A form with its fields, what the server refused, and its buttons; warns before a changed form is left. */
export function Form<Values extends object>(props: FormProps<Values>) {
  const { form, submitLabel, onCancel, danger, children } = props
  const t = useMessages(messages)
  useUnsavedChanges(form.dirty)
  const words = useProblemWords()
  const box = useRef<HTMLFormElement>(null)
  const [stray, setStray] = useState('')
  // What no field of this form says would be said by nobody.
  useLayoutEffect(() => {
    const fields = [...box.current!.querySelectorAll('[data-field]')]
    const unsaid = Object.values(form.errors).filter(
      message => !fields.some(({ textContent }) => textContent.includes(message)),
    )
    setStray([...new Set(unsaid)].join(' '))
  }, [form.errors])
  const problem = stray !== '' || Object.keys(form.errors).length === 0 ? form.problem : null
  return (
    <form ref={box} className={classes.form} noValidate onSubmit={form.onSubmit} aria-busy={form.submitting}>
      <FormContext value={form as unknown as FormState<object>}>{children}</FormContext>
      {problem && (
        <Alert color="red" role="alert" title={problem.status === 0 ? t('failed') : problem.title}>
          {stray || words(problem)}
          {problem.requestId && <div className={classes.request}>{t('request', { id: problem.requestId })}</div>}
        </Alert>
      )}
      <DialogButtons onCancel={onCancel} disabled={form.submitting}>
        <Button type="submit" color={danger ? 'red' : undefined} loading={form.submitting}>
          {submitLabel}
        </Button>
      </DialogButtons>
    </form>
  )
}

export interface FormDialogProps<Values extends object>
  extends Pick<DialogProps, 'size' | 'onClose'>, Omit<FormProps<Values>, 'submitLabel' | 'onCancel'> {
  title: string
  /** Verb + object; the title says it where this is left out. */
  submitLabel?: string
}

/** A dialog that is one form; a press of Escape or beside it does not throw away what was entered. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { title, size = 'sm', onClose, submitLabel = title, ...rest } = props
  const t = useMessages(messages)
  const close = async () => {
    if (isAsking()) return
    const loss = { title: t('close'), lost: [t('lost')], confirm: t('discard') }
    if (!rest.form.dirty || (await confirmLoss(loss))) onClose()
  }
  return (
    <Dialog opened onClose={() => void close()} title={title} size={size}>
      <Form {...rest} submitLabel={submitLabel} onCancel={onClose} />
    </Dialog>
  )
}

export interface FormFieldProps
  extends Partial<Omit<Field, 'key'>>, Omit<ControlProps, 'label' | 'aria-label' | 'error' | 'data-autofocus'> {
  /** JSON path in the values and in the server's errors, `emails.0.value`; the key of `field`, where that is given. */
  path?: string
  /** One that is defined already; what is said beside it is added. */
  field?: Field
  /** Where the server's errors stand when that is another path: `dueAt` for the field `day`. */
  errorPath?: string
  /** Names of chosen records, for relations that do not know them. */
  chosen?: readonly FieldOption[]
  /** Stands there until something is chosen. */
  fallback?: FieldValue
  /** A control that no type of field has. */
  children?: (control: { value: unknown; error?: string; onChange: (value: unknown) => void }) => ReactNode
}

/** One field of the form around it, with its label and its error; a text, where nothing else is said. */
export function FormField({
  field,
  path = field?.key ?? '',
  errorPath = path,
  chosen,
  fallback = null,
  children,
  ...props
}: FormFieldProps) {
  const { description, placeholder, required, autoFocus, disabled, maxLength, autoComplete, ...more } = props
  const form = use(FormContext)
  if (!form) throw new Error('FormField stands outside a Form')
  const value = valueAt(form.values, path)
  const error = errorAt(form.errors, errorPath)
  const onChange = (next: unknown) => form.set(path, next, errorPath)
  const given: Field = { label: '', type: 'text', ...field, ...more, key: path }
  const { create } = given
  const whole: Field = { ...given, create: create && (name => form.waitFor(create(name))) }
  return (
    <div data-field={errorPath}>
      {children ? (
        children({ value, error, onChange })
      ) : (
        <FieldInput
          {...{ description, placeholder, required, autoFocus, disabled, maxLength, autoComplete, chosen, error }}
          field={whole}
          label={whole.label}
          value={(value ?? fallback) as FieldValue}
          onChange={onChange}
        />
      )}
    </div>
  )
}

/** Two fields side by side; below each other on a phone. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <div className={classes.pair}>{children}</div>
}
