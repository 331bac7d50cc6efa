import { defineMessages, messageKeys, type Translate } from '../../../../kernel/messages.ts'
import type { FormInput } from '../schema.ts'

export const firstFormWords = defineMessages('forms.first-form', {
  contact: 'Contact us',
  name: 'Your name',
  email: 'E-mail',
  message: 'How can we help?',
})

type Words = (typeof firstFormWords)['english']

/** What a new form begins with, in English and the language of who makes it: enough to be used as it is. */
export function firstForm(t: Translate<Words>, locale: string): FormInput {
  const { english } = firstFormWords
  const texts = Object.fromEntries(
    messageKeys(firstFormWords).map(key => [key, { [locale]: t(key), en: english[key] }]),
  ) as Record<keyof Words, { en: string }>
  return {
    name: t('contact'),
    fields: [
      { key: 'name', kind: 'name', label: texts.name, isRequired: true },
      { key: 'email', kind: 'email', label: texts.email, isRequired: true },
      { key: 'message', kind: 'long-text', label: texts.message, isRequired: false },
    ],
    settings: {
      title: texts.contact,
      intro: { en: '' },
      purposeIds: [],
      isDoubleOptIn: true,
      doesAcknowledge: false,
      embedOrigins: [],
      takesPlainForms: false,
      accent: null,
    },
    isOpen: true,
  }
}
