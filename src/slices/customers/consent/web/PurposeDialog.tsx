import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { Form, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { Dialog } from '../../../../ui/layout/Dialog.tsx'
import { changePurpose, channels, createPurpose, type Channel, type Purpose } from '../schema.ts'
import { consentWords } from './consent-words.ts'
import classes from './PurposeDialog.module.css'

const messages = defineMessages('consent.purpose-dialog', {
  create: 'Add purpose',
  edit: 'Edit purpose',
  save: 'Save purpose',
  key: 'Key',
  keyHint: 'For programs; it stays as it is.',
  name: 'Name (English)',
  nameCs: 'Name (Czech)',
  text: 'What people agree to (English)',
  textCs: 'What people agree to (Czech)',
  reworded: 'Another wording becomes version {version}. What was agreed to before keeps its own.',
  channels: 'Channels',
  saved: 'Purpose saved',
})

export function PurposeDialog({ purpose, onClose }: { purpose: Purpose | null; onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(consentWords)
  const create = useCommand(createPurpose)
  const change = useCommand(changePurpose)
  const form = useForm({
    initial: {
      key: purpose?.key ?? '',
      name: { en: purpose?.name['en'] ?? '', cs: purpose?.name['cs'] ?? '' },
      text: { en: purpose?.text['en'] ?? '', cs: purpose?.text['cs'] ?? '' },
      channels: [...(purpose?.channels ?? (['email'] as const))] as Channel[],
    },
    submit: async ({ key, name, text, channels: chosen }) => {
      const body = { name: both(name), text: both(text), channels: chosen }
      if (purpose) await change.run({ params: { id: purpose.id }, body })
      else await create.run({ body: { key: key ?? '', ...body } })
      toast(t('saved'))
      onClose()
    },
  })
  return (
    <Dialog opened onClose={onClose} title={t(purpose ? 'edit' : 'create')}>
      <Form form={form} submitLabel={t(purpose ? 'save' : 'create')} onCancel={onClose}>
        <div className={classes.pair}>
          <FormField path="name.en" field={{ label: t('name'), type: 'text' }} required autoFocus />
          <FormField path="name.cs" field={{ label: t('nameCs'), type: 'text' }} />
        </div>
        <FormField
          path="text.en"
          field={{ label: t('text'), type: 'long' }}
          description={purpose ? t('reworded', { version: purpose.textVersion + 1 }) : undefined}
          maxLength={2000}
          required
        />
        <FormField path="text.cs" field={{ label: t('textCs'), type: 'long' }} maxLength={2000} />
        <FormField
          path="channels"
          field={{
            label: t('channels'),
            type: 'choices',
            shownAs: 'boxes',
            options: channels.map(channel => ({ value: channel, label: words(channel) })),
          }}
        />
        {!purpose && (
          <FormField path="key" field={{ label: t('key'), type: 'text' }} description={t('keyHint')} required />
        )}
      </Form>
    </Dialog>
  )
}

/** A language that was left empty is left out. */
function both({ en, cs }: { en: string | null; cs: string | null }) {
  return { en: en ?? '', ...(cs ? { cs } : {}) }
}
