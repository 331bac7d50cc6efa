import { createdWords, idWords, words, type Target } from './target.ts'

export const notes: Target[] = [
  { key: 'externalId', label: 'Id in the other system', synonyms: words(`${idWords}|note id|engagement id`) },
  {
    key: 'body',
    label: 'Text',
    synonyms: words(
      'body|note|notes|note body|text|content|comment|comments|message|description|poznamka|poznamky|text poznamky|komentar|notiz|notizen|notiztext|bemerkung|kommentar',
    ),
  },
  { key: 'title', label: 'Title', synonyms: words('title|note title|subject|predmet|nazev|betreff|titel') },
  {
    key: 'contactId',
    label: 'Contact id in the other system',
    synonyms: words(
      'contact id|customer id|person id|parent id|who id|associated contact id|associated contact ids|id kontaktu|id zakaznika|kontakt id|kundennummer',
    ),
  },
  {
    key: 'contactEmail',
    label: 'Contact e-mail',
    synonyms: words(
      'email|e mail|contact email|customer email|associated contact email|email address|e mail kontaktu|e mail adresse',
    ),
  },
  {
    key: 'contactPhone',
    label: 'Contact phone',
    synonyms: words('phone|phone number|contact phone|telefon|telefonnummer'),
  },
  {
    key: 'contactName',
    label: 'Contact name',
    synonyms: words(
      'name|contact|contact name|customer|customer name|associated contact|full name|kontakt|zakaznik|kunde',
    ),
  },
  {
    key: 'company',
    label: 'Company name',
    synonyms: words('company|company name|account|account name|associated company|firma|unternehmen'),
  },
  {
    key: 'companyDomain',
    label: 'Company domain',
    synonyms: words('domain|company domain|company domain name|domena'),
  },
  {
    key: 'author',
    label: 'Author',
    synonyms: words(
      'author|created by|written by|activity assigned to|owner|owner email|user|autor|vytvoril|erstellt von|verfasser',
    ),
  },
  { key: 'createdAt', label: 'Written', synonyms: words(`${createdWords}|date|activity date|timestamp|datum`) },
]
