import { Alert } from '@mantine/core'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { DialogButtons } from '../../../../ui/layout/DialogButtons.tsx'
import { Loaded } from '../../../../ui/screen/Loaded.tsx'
import { eraseContact, previewErasure } from '../schema.ts'
import { ImpactTable } from './ImpactTable.tsx'
import classes from './Privacy.module.css'

const messages = defineMessages('privacy.erase-dialog', {
  title: 'Erase person',
  text: 'Nothing brings an erased person back. Their addresses are barred, and what arrives late about them is dropped.',
  merged: '{count, plural, one {# record} other {# records}} of this person, merged ones among them.',
  held: 'Under legal hold until {day}: {reason}',
  heldOpen: 'Under legal hold: {reason}',
  type: 'Type “{name}” to confirm',
  submit: 'Erase person',
  started: 'The erasure has begun',
})

export interface EraseDialogProps {
  contactId: string
  requestId?: string
  onClose: () => void
}

/** Says what will be lost and what stays, and asks for the name. */
export function EraseDialog({ contactId: id, requestId, onClose }: EraseDialogProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const preview = useEndpoint(previewErasure, { params: { id } })
  const erase = useCommand(eraseContact)
  const form = useForm({
    initial: { confirmation: '' },
    submit: async ({ confirmation }) => {
      await erase.run({ params: { id }, body: { confirmation, ...(requestId ? { requestId } : {}) } })
      toast(t('started'))
      onClose()
    },
  })
  return (
    <Dialog opened onClose={onClose} title={t('title')} size="lg">
      <Loaded from={preview} rows={8} height={32} compact>
        {({ name, contacts, items, hold }) => (
          <div className={classes.stack}>
            <p>{t('text')}</p>
            {contacts > 1 && <p className={classes.dim}>{t('merged', { count: contacts })}</p>}
            <ImpactTable items={items} />
            {hold ? (
              <>
                <Alert color="red" role="alert">
                  {hold.until
                    ? t('held', { day: format.day(hold.until), reason: hold.reason })
                    : t('heldOpen', { reason: hold.reason })}
                </Alert>
                <DialogButtons onCancel={onClose}>{null}</DialogButtons>
              </>
            ) : (
              <Form form={form} submitLabel={t('submit')} onCancel={onClose} danger>
                <FormField path="confirmation" label={t('type', { name })} autoComplete="off" required autoFocus />
              </Form>
            )}
          </div>
        )}
      </Loaded>
    </Dialog>
  )
}
