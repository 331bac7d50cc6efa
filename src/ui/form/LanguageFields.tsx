import { useLocale } from '../i18n/i18n.tsx'
import { languages } from '../i18n/languages.ts'
import { languageName } from '../i18n/regions.ts'
import { FormField, type FormFieldProps } from './Form.tsx'

export interface LanguageFieldsProps extends Pick<FormFieldProps, 'type' | 'maxLength' | 'description'> {
  path: string
  label: string
  autoFocus?: boolean
  /** In English, which stands in for the others; only that is then marked and described. */
  required?: boolean
}

/** One text, a field for each language. */
export function LanguageFields({ path, label, required, autoFocus, description, ...field }: LanguageFieldsProps) {
  const locale = useLocale()
  return languages.map(language => (
    <FormField
      key={language}
      path={`${path}.${language}`}
      label={`${label} (${languageName(language, locale)})`}
      {...field}
      {...(language === 'en' && { required, autoFocus, description })}
    />
  ))
}

type Texts = Readonly<Record<string, string | null | undefined>>

/** A text as such fields hold it. */
export function inAllLanguages(texts: Texts = {}): Record<string, string | null> {
  return Object.fromEntries(languages.map(language => [language, texts[language] ?? '']))
}

/** What such fields hold, without the languages that were left empty. */
export function writtenIn(texts: Texts): { en: string } & Record<string, string> {
  return {
    en: '',
    ...Object.fromEntries(Object.entries(texts).flatMap(([language, text]) => (text ? [[language, text]] : []))),
  }
}
