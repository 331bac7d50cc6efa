import { defineMessages, say } from '../../../../kernel/messages.ts'
import { companyReaders } from '../../companies/import/public.ts'
import { personReaders } from '../../contacts/import/public.ts'
import {
  clip,
  createdWords,
  cut,
  idWords,
  isNothing,
  readMember,
  readTime,
  toLine,
  headings,
  type TargetColumn,
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

const hasAddress = /[(<]([^()<>\s]+@[^()<>\s]+)[)>]/

export const noteColumns: TargetColumn<RawNote>[] = [
  {
    key: 'externalId',
    label: say(labels, 'externalId'),
    synonyms: headings(`${idWords}|note id|engagement id`),
    read(raw, text) {
      if (!isNothing(text)) raw.sourceId = clip(toLine(text), 200)
    },
  },
  {
    key: 'body',
    label: say(labels, 'body'),
    synonyms: headings(
      'body|note|notes|note body|text|content|comment|comments|message|description|poznamka|poznamky|text poznamky|komentar|notiz|notizen|notiztext|bemerkung|kommentar',
    ),
    read: (raw, text, report) => (raw.body = cut(toText(text), 20_000, report)),
  },
  {
    key: 'title',
    label: say(labels, 'title'),
    synonyms: headings('title|note title|subject|predmet|nazev|betreff|titel'),
    read: (raw, text, report) => (raw.title = cut(toLine(text), 200, report)),
  },
  {
    key: 'contactId',
    label: say(labels, 'contactId'),
    synonyms: headings(
      'contact id|customer id|person id|parent id|who id|associated contact id|associated contact ids|id kontaktu|id zakaznika|kontakt id|kundennummer',
    ),
    read: ({ contact }, text, report, rules) =>
      personReaders.id(contact, text.split(/[;,|]/)[0]!.trim(), report, rules),
  },
  {
    key: 'contactEmail',
    label: say(labels, 'contactEmail'),
    synonyms: headings(
      'email|e mail|contact email|customer email|associated contact email|email address|e mail kontaktu|e mail adresse',
    ),
    read: ({ contact }, text, report) => personReaders.email(contact, text, report),
  },
  {
    key: 'contactPhone',
    label: say(labels, 'contactPhone'),
    synonyms: headings('phone|phone number|contact phone|telefon|telefonnummer'),
    read: ({ contact }, text) => personReaders.phone(contact, text),
  },
  {
    key: 'contactName',
    label: say(labels, 'contactName'),
    synonyms: headings(
      'name|contact|contact name|customer|customer name|associated contact|full name|kontakt|zakaznik|kunde',
    ),
    read({ contact }, text, report) {
      const address = hasAddress.exec(text)
      if (address) personReaders.email(contact, address[1]!, report)
      contact.name = cut(toLine(text.replace(hasAddress, '')).trim(), 200, report) || null
    },
  },
  {
    key: 'company',
    label: say(labels, 'company'),
    synonyms: headings('company|company name|account|account name|associated company|firma|unternehmen'),
    read: companyReaders.name,
  },
  {
    key: 'companyDomain',
    label: say(labels, 'companyDomain'),
    synonyms: headings('domain|company domain|company domain name|domena'),
    read: companyReaders.domain,
  },
  {
    key: 'author',
    label: say(labels, 'author'),
    synonyms: headings(
      'author|created by|written by|activity assigned to|owner|owner email|user|autor|vytvoril|erstellt von|verfasser',
    ),
    read: (raw, text, report, rules) => (raw.authorId = readMember(text, rules, report)),
  },
  {
    key: 'createdAt',
    label: say(labels, 'createdAt'),
    holds: 'date',
    synonyms: headings(`${createdWords}|date|activity date|timestamp|datum`),
    read: (raw, text, report, rules) => (raw.createdAt = readTime(text, rules, report)),
  },
]
