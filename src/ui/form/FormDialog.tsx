import { Dialog, type DialogProps } from '../layout/Dialog.tsx'
import { Form, type FormProps } from './Form.tsx'

export interface FormDialogProps<Values extends object>
  extends Pick<DialogProps, 'size' | 'onClose'>, Omit<FormProps<Values>, 'submitLabel' | 'onCancel'> {
  title: string
  /** Verb + object; the title says it where this is left out. */
  submitLabel?: string
}

/** A dialog that is one form. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { title, size = 'sm', onClose, submitLabel = title, ...form } = props
  return (
    <Dialog opened onClose={onClose} title={title} size={size}>
      <Form {...form} submitLabel={submitLabel} onCancel={onClose} />
    </Dialog>
  )
}
