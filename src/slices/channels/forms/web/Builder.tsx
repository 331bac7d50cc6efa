import { useState } from 'react'
import { inLanguage } from '../../../../kernel/input.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { useCommand } from '../../../../ui/api/use-command.ts'
import { useEndpoint } from '../../../../ui/api/use-endpoint.ts'
import { toast } from '../../../../ui/feedback/toast.ts'
import { Form, FormField } from '../../../../ui/form/Form.tsx'
import { inAllLanguages, LanguageFields, writtenIn } from '../../../../ui/form/LanguageFields.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { useFormat, useMessages } from '../../../../ui/i18n/i18n.tsx'
import { languageFor } from '../../../../ui/i18n/languages.ts'
import { Section } from '../../../../ui/layout/Section.tsx'
import { useMembers } from '../../../workspace/members/web/public.tsx'
import { listPurposes } from '../../../customers/consent/schema.ts'
import { changeForm, type Form as FormRecord, type FormField as Field } from '../schema.ts'
import classes from './Builder.module.css'
import { FieldsEditor } from './FieldsEditor.tsx'
import { Preview } from './Preview.tsx'

const messages = defineMessages('forms.builder', {
  save: 'Save form',
  saved: 'Form saved',
  basics: 'Words',
  name: 'Name of the form, for your colleagues',
  owner: 'Who is told of what is sent',
  title: 'Heading',
  intro: 'Text above the fields',
  button: 'Button',
  thanks: 'Thanks after sending',
  fields: 'Fields',
  consent: 'Consent',
  consentLead: 'Each purpose is a box of its own, never ticked beforehand, with today’s wording.',
  doubleOptIn: 'Ask to confirm by mail (double opt-in)',
  doubleOptInHint: 'Consent counts once the owner of the address has pressed a button.',
  more: 'More',
  acknowledge: 'Send a short mail that it came in',
  acknowledgeHint: 'At most one an hour to an address; nothing of what was typed stands in it.',
  origins: 'Sites that may show it in a frame, one a line',
  originsHint: 'Any site when this is empty.',
  plain: 'Take forms that were not made by us',
  plainHint: 'For a plain HTML form on your site. Programs get through more easily.',
  accent: 'Colour of the button',
})

const tick = { type: 'yesno', shownAs: 'boxes' } as const
const texts = ['title', 'intro', 'button', 'thanks'] as const

/** The form on the left, what people will see of it on the right. */
export function Builder({ form: saved }: { form: FormRecord }) {
  const t = useMessages(messages)
  const { locale } = useFormat()
  const members = useMembers()
  const change = useCommand(changeForm)
  const purposes = (useEndpoint(listPurposes, {}).data?.items ?? []).filter(
    item => item.archivedAt === null && item.channels.includes('email'),
  )
  const [language, setLanguage] = useState(languageFor(locale))
  const form = useForm({
    initial: {
      name: saved.name,
      ownerId: saved.ownerId,
      fields: saved.fields as Field[],
      settings: {
        ...saved.settings,
        ...Object.fromEntries(texts.map(key => [key, inAllLanguages(saved.settings[key])])),
        origins: saved.settings.embedOrigins.join('\n'),
      } as FormRecord['settings'] & { origins: string | null },
    },
    submit: async ({ name, ownerId, fields, settings: { origins, ...settings } }) => {
      const embedOrigins = origins?.split(/\s+/).filter(Boolean) ?? []
      await change.run({
        params: { id: saved.id },
        body: {
          name,
          ownerId,
          fields: fields.map(field => ({ ...field, label: writtenIn(field.label) })),
          settings: { ...settings, ...written(settings), embedOrigins },
        },
      })
      toast(t('saved'))
    },
  })
  const { settings, fields } = form.values
  return (
    <div className={classes.builder}>
      <div className={classes.editor}>
        <Form form={form} submitLabel={t('save')}>
          <div className={classes.pair}>
            <FormField path="name" label={t('name')} required />
            <FormField field={members.field('ownerId', t('owner'))} />
          </div>
          <Section title={t('fields')}>
            <FormField path="fields">
              {({ onChange }) => <FieldsEditor fields={fields} onChange={onChange} />}
            </FormField>
          </Section>
          <Section title={t('basics')}>
            {texts.map(key => (
              <div key={key} className={classes.pair}>
                <LanguageFields
                  path={`settings.${key}`}
                  label={t(key)}
                  type={key === 'intro' || key === 'thanks' ? 'long' : 'text'}
                />
              </div>
            ))}
          </Section>
          <Section title={t('consent')} description={t('consentLead')}>
            <div className={classes.boxes}>
              <FormField
                path="settings.purposeIds"
                type="choices"
                shownAs="boxes"
                options={purposes.map(({ id, name, text }) => ({
                  value: id,
                  label: inLanguage(name, language),
                  hint: inLanguage(text, language),
                }))}
              />
              <FormField
                path="settings.isDoubleOptIn"
                label={t('doubleOptIn')}
                description={t('doubleOptInHint')}
                {...tick}
              />
            </div>
          </Section>
          <Section title={t('more')}>
            <div className={classes.boxes}>
              <FormField
                path="settings.doesAcknowledge"
                label={t('acknowledge')}
                description={t('acknowledgeHint')}
                {...tick}
              />
              <FormField path="settings.takesPlainForms" label={t('plain')} description={t('plainHint')} {...tick} />
              <div className={classes.short}>
                <FormField path="settings.accent" label={t('accent')} placeholder="#1f6f6b" />
              </div>
              <FormField
                path="settings.origins"
                errorPath="settings.embedOrigins"
                label={t('origins')}
                type="long"
                description={t('originsHint')}
                placeholder="https://www.example.com"
              />
            </div>
          </Section>
        </Form>
      </div>
      <Preview
        fields={fields}
        settings={settings}
        purposes={purposes.filter(({ id }) => settings.purposeIds.includes(id))}
        language={language}
        onLanguage={setLanguage}
      />
    </div>
  )
}

/** A button or thanks that no language words is the usual one. */
function written(settings: FormRecord['settings']) {
  return Object.fromEntries(
    texts.map(key => {
      const text = writtenIn(settings[key] ?? {})
      const isUsual = (key === 'button' || key === 'thanks') && Object.values(text).every(own => own === '')
      return [key, isUsual ? undefined : text]
    }),
  )
}
