import { inLanguage } from '../../../../kernel/input.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { recordConsent, type Channel, type Purpose, consentWords } from '../schema.ts'
import classes from './RecordDialog.module.css'

const messages = defineMessages('consent.record-dialog', {
  title: 'Record what was said',
  about: '{purpose}, {channel}',
  state: 'The contact',
  granted: 'Agrees',
  withdrawn: 'Withdraws',
  note: 'How was it said?',
  hint: 'On paper, on the phone, at the counter… It is kept as proof.',
  save: 'Record consent',
  saved: 'Consent recorded',
})

export interface RecordDialogProps {
  contactId: string
  purpose: Purpose
  channel: Channel
  onClose: () => void
}

export function RecordDialog({ contactId, purpose, channel, onClose }: RecordDialogProps) {
  const t = useMessages(messages)
  const words = useMessages(consentWords)
  const { locale } = useFormat()
  const record = useCommand(recordConsent)
  const form = useForm({
    initial: { state: 'granted' as 'granted' | 'withdrawn', note: '' },
    submit: async ({ state, note }) => {
      const body = { purposeId: purpose.id, channel, state, note: note.replace(/\n+/g, ' ') }
      await record.run({ params: { id: contactId }, body })
      toast(t('saved'))
      onClose()
    },
  })
  return (
    <FormDialog form={form} title={t('title')} submitLabel={t('save')} onClose={onClose}>
      <p className={classes.about}>
        <strong>{t('about', { purpose: inLanguage(purpose.name, locale), channel: words(channel) })}</strong>
        <br />
        {inLanguage(purpose.text, locale)}
      </p>
      <FormField
        path="state"
        label={t('state')}
        type="choice"
        shownAs="segments"
        options={optionsOf(['granted', 'withdrawn'], t)}
      />
      <FormField path="note" label={t('note')} type="long" description={t('hint')} maxLength={500} required autoFocus />
    </FormDialog>
  )
}
