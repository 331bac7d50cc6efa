import { defineMessages } from '../../../../ui/i18n/i18n.tsx'

export const fieldWords = defineMessages({
  en: {
    contactFields: 'Contacts',
    companyFields: 'Companies',
    orderFields: 'Orders',
    text: 'Text',
    number: 'Number',
    money: 'Money',
    date: 'Date',
    choice: 'Choice',
    choices: 'Several choices',
    yesno: 'Yes or no',
    link: 'Link',
    contact: 'Contact',
    company: 'Company',
  },
  cs: {
    contactFields: 'Kontakty',
    companyFields: 'Firmy',
    orderFields: 'Objednávky',
    text: 'Text',
    number: 'Číslo',
    money: 'Peníze',
    date: 'Datum',
    choice: 'Výběr',
    choices: 'Více voleb',
    yesno: 'Ano nebo ne',
    link: 'Odkaz',
    contact: 'Kontakt',
    company: 'Firma',
  },
})
