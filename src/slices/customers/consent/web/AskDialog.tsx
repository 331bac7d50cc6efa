import { inLanguage } from '../../../../kernel/input.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { requestConsent, type ContactConsents } from '../schema.ts'
import classes from './RecordDialog.module.css'

const messages = defineMessages('consent.ask-dialog', {
  title: 'Ask to confirm by mail',
  about: 'The contact gets a mail with a link, and agrees by pressing a button within 7 days.',
  address: 'Address',
  purposes: 'Purposes',
  send: 'Send request',
  sent: 'Request sent to {address}',
})

export interface AskDialogProps {
  contactId: string
  consents: ContactConsents
  onClose: () => void
}

/** Sends a double opt-in for what is not agreed to yet. */
export function AskDialog({ contactId, consents, onClose }: AskDialogProps) {
  const t = useMessages(messages)
  const { locale } = useFormat()
  const request = useCommand(requestConsent)
  const addresses = consents.addresses.filter(({ kind }) => kind === 'email')
  const purposes = consents.purposes.filter(
    purpose => purpose.archivedAt === null && purpose.channels.includes('email'),
  )
  const granted = consents.current.filter(({ channel, state }) => channel === 'email' && state === 'granted')
  const open = purposes.filter(({ id }) => !granted.some(({ purposeId }) => purposeId === id))
  const form = useForm({
    initial: {
      handleId: addresses[0]?.handleId ?? null,
      purposeIds: open.slice(0, 1).map(({ id }) => id),
    },
    submit: async ({ handleId, purposeIds }) => {
      await request.run({ params: { id: contactId }, body: { purposeIds, ...(handleId ? { handleId } : {}) } })
      toast(t('sent', { address: addresses.find(address => address.handleId === handleId)?.value ?? '' }))
      onClose()
    },
  })
  return (
    <FormDialog form={form} title={t('title')} submitLabel={t('send')} onClose={onClose}>
      <p className={classes.about}>{t('about')}</p>
      <FormField
        path="handleId"
        label={t('address')}
        type="choice"
        options={addresses.map(({ handleId, value }) => ({ value: handleId, label: value }))}
        required
      />
      <FormField
        path="purposeIds"
        label={t('purposes')}
        type="choices"
        shownAs="boxes"
        options={purposes.map(({ id, name, text }) => ({
          value: id,
          label: inLanguage(name, locale),
          hint: inLanguage(text, locale),
        }))}
      />
    </FormDialog>
  )
}
