import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { FieldPair, FormDialog, FormField } from '../../../../ui/form/Form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useLocale, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { languages } from '../../../../ui/i18n/languages.ts'
import { languageName } from '../../../../ui/i18n/regions.ts'
import { changePurpose, channels, createPurpose, type Channel, type Purpose } from '../schema.ts'
import { consentWords } from './consent-words.ts'

const messages = defineMessages('consent.purpose-dialog', {
  create: 'Add purpose',
  edit: 'Edit purpose',
  save: 'Save purpose',
  key: 'Key',
  keyHint: 'For programs; it stays as it is.',
  name: 'Name ({language})',
  text: 'What people agree to ({language})',
  reworded: 'Another wording becomes version {version}. What was agreed to before keeps its own.',
  channels: 'Channels',
  saved: 'Purpose saved',
})

export function PurposeDialog({ purpose, onClose }: { purpose: Purpose | null; onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(consentWords)
  const locale = useLocale()
  const create = useCommand(createPurpose)
  const change = useCommand(changePurpose)
  const form = useForm({
    initial: {
      key: purpose?.key ?? '',
      name: inAll(purpose?.name),
      text: inAll(purpose?.text),
      channels: [...(purpose?.channels ?? (['email'] as const))] as Channel[],
    },
    submit: async ({ key, name, text, channels: chosen }) => {
      const body = { name: written(name), text: written(text), channels: chosen }
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
        {languages.map(language => (
          <FormField
            key={language}
            path={`name.${language}`}
            label={t('name', { language: languageName(language, locale) })}
            required={language === 'en'}
            autoFocus={language === 'en'}
          />
        ))}
      </FieldPair>
      {languages.map(language => (
        <FormField
          key={language}
          path={`text.${language}`}
          label={t('text', { language: languageName(language, locale) })}
          type="long"
          description={purpose && language === 'en' ? t('reworded', { version: purpose.textVersion + 1 }) : undefined}
          maxLength={2000}
          required={language === 'en'}
        />
      ))}
      <FormField
        path="channels"
        label={t('channels')}
        type="choices"
        shownAs="boxes"
        options={channels.map(channel => ({ value: channel, label: words(channel) }))}
      />
      {!purpose && <FormField path="key" label={t('key')} description={t('keyHint')} required />}
    </FormDialog>
  )
}

function inAll(texts: Readonly<Record<string, string>> = {}): Record<string, string | null> {
  return Object.fromEntries(languages.map(language => [language, texts[language] ?? '']))
}

/** A language that was left empty is left out. */
function written(texts: Readonly<Record<string, string | null>>) {
  const filled = Object.entries(texts).flatMap(([language, text]) => (text ? [[language, text]] : []))
  return { en: '', ...(Object.fromEntries(filled) as Record<string, string>) }
}
