import type { ReactNode } from 'react'
import { Dialog, type DialogProps } from '../layout/Dialog.tsx'
import { Form } from './Form.tsx'
import type { Form as FormState } from './use-form.ts'

export interface FormDialogProps<Values extends object> extends Pick<DialogProps, 'size' | 'onClose'> {
  title: string
  form: FormState<Values>
  /** Verb + object; the title says it where this is left out. */
  submitLabel?: string
  children: ReactNode
}

/** A dialog that is one form. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { title, size = 'sm', onClose, form, submitLabel = title, children } = props
  return (
    <Dialog opened onClose={onClose} title={title} size={size}>
      <Form form={form} submitLabel={submitLabel} onCancel={onClose}>
        {children}
      </Form>
    </Dialog>
  )
}
