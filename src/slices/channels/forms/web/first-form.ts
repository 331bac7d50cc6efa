import type { FormInput } from '../schema.ts'

/** What a new form begins with: enough to be used as it is. */
export function firstForm(locale: string): FormInput {
  return {
    name: locale.startsWith('cs') ? 'Napište nám' : 'Contact us',
    fields: [
      { key: 'name', kind: 'name', label: { en: 'Your name', cs: 'Vaše jméno' }, isRequired: true },
      { key: 'email', kind: 'email', label: { en: 'E-mail', cs: 'E-mail' }, isRequired: true },
      {
        key: 'message',
        kind: 'long-text',
        label: { en: 'How can we help?', cs: 'S čím můžeme pomoci?' },
        isRequired: false,
      },
    ],
    settings: {
      title: { en: 'Contact us', cs: 'Napište nám' },
      intro: { en: '', cs: '' },
      button: { en: 'Send', cs: 'Odeslat' },
      thanks: { en: 'Thank you. We will get back to you.', cs: 'Děkujeme. Ozveme se vám.' },
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
