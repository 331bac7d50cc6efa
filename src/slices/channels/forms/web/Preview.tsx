import { SegmentedControl } from '@mantine/core'
import { inLanguage } from '../../../../kernel/input.ts'
import { defineMessages } from '../../../../kernel/messages.ts'
import { optionsOf } from '../../../../ui/fields/options-of.ts'
import { useMessages } from '../../../../ui/i18n/i18n.tsx'
import { languages, nameOfLanguage } from '../../../../ui/i18n/languages.ts'
import type { FormField, FormSettings } from '../schema.ts'
import classes from './Preview.module.css'

const messages = defineMessages('forms.preview', {
  preview: 'Preview',
  language: 'Language of the preview',
  optional: 'optional',
  send: 'Send',
  choose: 'Choose…',
})

export interface PreviewProps {
  fields: readonly FormField[]
  settings: FormSettings
  purposes: readonly { id: string; text: Readonly<Record<string, string>> }[]
  language: string
  onLanguage: (language: string) => void
}

/** What people will see, as it is being written. Nothing in it can be used. */
export function Preview({ fields, settings, purposes, language, onLanguage }: PreviewProps) {
  const t = useMessages(messages)
  return (
    <aside className={classes.preview} aria-label={t('preview')}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('preview')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('language')}
          value={language}
          onChange={onLanguage}
          data={optionsOf(languages, nameOfLanguage)}
        />
      </div>
      <div className={classes.page} aria-hidden inert>
        <p className={classes.heading}>{inLanguage(settings.title, language)}</p>
        {inLanguage(settings.intro, language) && <p>{inLanguage(settings.intro, language)}</p>}
        {fields.map(field => (
          <PreviewField key={field.key} field={field} language={language} />
        ))}
        {purposes.map(({ id, text }) => (
          <p key={id} className={classes.box}>
            <span className={classes.tick} />
            {inLanguage(text, language)}
          </p>
        ))}
        <span
          className={classes.button}
          style={settings.accent ? { background: settings.accent, borderColor: settings.accent } : undefined}
        >
          {(settings.button && inLanguage(settings.button, language)) || t('send')}
        </span>
      </div>
    </aside>
  )
}

function PreviewField({ field, language }: { field: FormField; language: string }) {
  const t = useMessages(messages)
  const label = inLanguage(field.label, language)
  if (field.kind === 'checkbox')
    return (
      <p className={classes.box}>
        <span className={classes.tick} />
        {label}
      </p>
    )
  return (
    <div className={classes.field}>
      <span className={classes.label}>
        {label}
        {!field.isRequired && <small> ({t('optional')})</small>}
      </span>
      <span className={classes.input} data-kind={field.kind}>
        {field.kind === 'choice' && t('choose')}
      </span>
    </div>
  )
}
