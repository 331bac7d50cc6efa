import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { FieldPair, FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { inAllLanguages, LanguageFields, writtenIn } from '../../../../ui/form/LanguageFields.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { changePurpose, channels, createPurpose, type Channel, type Purpose, consentWords } from '../schema.ts'

const messages = defineMessages('consent.purpose-dialog', {
  create: 'Add purpose',
  edit: 'Edit purpose',
  save: 'Save purpose',
  key: 'Key',
  keyHint: 'For programs; it stays as it is.',
  name: 'Name',
  text: 'What people agree to',
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
      name: inAllLanguages(purpose?.name),
      text: inAllLanguages(purpose?.text),
      channels: [...(purpose?.channels ?? (['email'] as const))] as Channel[],
    },
    submit: async ({ key, name, text, channels: chosen }) => {
      const body = { name: writtenIn(name), text: writtenIn(text), channels: chosen }
      if (purpose) await change.run({ params: { id: purpose.id }, body })
      else await create.run({ body: { key: key ?? '', ...body } })
      toast(t('saved'))
      onClose()
    },
  })
  return (
    <FormDialog
      form={form}
      title={t(purpose ? 'edit' : 'create')}
      submitLabel={t(purpose ? 'save' : 'create')}
      size="md"
      onClose={onClose}
    >
      <FieldPair>
        <LanguageFields path="name" label={t('name')} required autoFocus />
      </FieldPair>
      <LanguageFields
        path="text"
        label={t('text')}
        type="long"
        description={purpose ? t('reworded', { version: purpose.textVersion + 1 }) : undefined}
        maxLength={2000}
        required
      />
      <FormField
        path="channels"
        label={t('channels')}
        type="choices"
        shownAs="boxes"
        options={optionsOf(channels, words)}
      />
      {!purpose && <FormField path="key" label={t('key')} description={t('keyHint')} required />}
    </FormDialog>
  )
}
