import { defineMessages } from '../../../../kernel/messages.ts'
import { companyReaders } from '../../companies/import/public.ts'
import { personReaders, personReadersIn } from '../../contacts/import/public.ts'
import {
  createdWords,
  cut,
  idWords,
  readMember,
  readCode,
  readTime,
  toLine,
  importColumns,
} from '../../imports/public.ts'
import { toText, type RawNote } from './row.ts'

const labels = defineMessages('notes.import', {
  externalId: 'Id in the other system',
  body: 'Text',
  title: 'Title',
  contactId: 'Contact id in the other system',
  contactEmail: 'Contact e-mail',
  contactPhone: 'Contact phone',
  contactName: 'Contact name',
  company: 'Company name',
  companyDomain: 'Company domain',
  author: 'Author',
  createdAt: 'Written',
})

const contact = personReadersIn('contact')
const hasAddress = /[(<]([^()<>\s]+@[^()<>\s]+)[)>]/

export const noteColumns = importColumns<RawNote>(
  labels,
  {
    externalId: `${idWords}|note id|engagement id`,
    body: 'body|note|notes|note body|text|content|comment|comments|message|description|poznamka|poznamky|text poznamky|komentar|notiz|notizen|notiztext|bemerkung|kommentar',
    title: 'title|note title|subject|predmet|nazev|betreff|titel',
    contactId:
      'contact id|customer id|person id|parent id|who id|associated contact id|associated contact ids|id kontaktu|id zakaznika|kontakt id|kundennummer',
    contactEmail:
      'email|e mail|contact email|customer email|associated contact email|email address|e mail kontaktu|e mail adresse',
    contactPhone: 'phone|phone number|contact phone|telefon|telefonnummer',
    contactName: 'name|contact|contact name|customer|customer name|associated contact|full name|kontakt|zakaznik|kunde',
    company: 'company|company name|account|account name|associated company|firma|unternehmen',
    companyDomain: 'domain|company domain|company domain name|domena',
    author:
      'author|created by|written by|activity assigned to|owner|owner email|user|autor|vytvoril|erstellt von|verfasser',
    createdAt: `${createdWords}|date|activity date|timestamp|datum`,
  },
  {
    externalId: readCode('sourceId'),
    body: (raw, text, report) => (raw.body = cut(toText(text), 20_000, report)),
    title: (raw, text, report) => (raw.title = cut(toLine(text), 200, report)),
    contactId: (raw, text, report, rules) => contact.id(raw, text.split(/[;,|]/)[0]!.trim(), report, rules),
    contactEmail: contact.email,
    contactPhone: contact.phone,
    contactName({ contact }, text, report) {
      const address = hasAddress.exec(text)
      if (address) personReaders.email(contact, address[1]!, report)
      contact.name = cut(toLine(text.replace(hasAddress, '')).trim(), 200, report) || null
    },
    company: companyReaders.name,
    companyDomain: companyReaders.domain,
    author: (raw, text, report, rules) => (raw.authorId = readMember(text, report, rules)),
    createdAt: (raw, text, report, rules) => (raw.createdAt = readTime(text, report, rules) ?? null),
  },
  { dates: ['createdAt'] },
)
