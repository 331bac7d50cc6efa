import { defineMessages } from '../../../../ui/i18n/i18n.tsx'

export const formWords = defineMessages({
  en: {
    forms: 'Forms',
    open: 'Open',
    closed: 'Closed',
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    company: 'Company',
    text: 'One line of text',
    'long-text': 'Long text',
    choice: 'Choice',
    checkbox: 'Checkbox',
    file: 'File',
  },
  cs: {
    forms: 'Formuláře',
    open: 'Otevřený',
    closed: 'Uzavřený',
    name: 'Jméno',
    email: 'E-mail',
    phone: 'Telefon',
    company: 'Firma',
    text: 'Řádek textu',
    'long-text': 'Delší text',
    choice: 'Výběr',
    checkbox: 'Zaškrtávací pole',
    file: 'Soubor',
  },
})
