import { address, createdWords, idWords, ownerWords, words, type Target } from './target.ts'

export const companies: Target[] = [
  {
    key: 'externalId',
    label: 'Id in the other system',
    synonyms: words(`${idWords}|company id|account id|account number|organization id|id firmy|firmen id|kundennummer`),
  },
  {
    key: 'name',
    label: 'Name',
    synonyms: words(
      'name|company|company name|companyname|account|account name|organisation|organization|organization name|business name|firma|nazev|nazev firmy|spolecnost|unternehmen|firmenname',
    ),
  },
  {
    key: 'domain',
    label: 'Domain',
    synonyms: words('domain|domain name|company domain|company domain name|email domain|domena'),
  },
  {
    key: 'website',
    label: 'Website',
    synonyms: words('website|website url|web|url|homepage|web page|webova stranka|webseite'),
  },
  {
    key: 'industry',
    label: 'Industry',
    synonyms: words('industry|sector|branch|line of business|odvetvi|obor|branche'),
  },
  {
    key: 'employees',
    label: 'Employees',
    synonyms: words(
      'employees|number of employees|numberofemployees|employee count|headcount|company size|pocet zamestnancu|zamestnanci|mitarbeiter|mitarbeiterzahl|anzahl mitarbeiter',
    ),
  },
  {
    key: 'phone',
    label: 'Phone',
    synonyms: words('phone|phone number|telephone|tel|main phone|company phone|telefon|telefonni cislo|telefonnummer'),
  },
  ...address,
  {
    key: 'parent',
    label: 'Parent company',
    synonyms: words(
      'parent|parent company|parent account|subsidiary of|belongs to|materska spolecnost|materska firma|muttergesellschaft|mutterunternehmen',
    ),
  },
  { key: 'owner', label: 'Owner', synonyms: words(ownerWords) },
  { key: 'tags', label: 'Tags', isMany: true, synonyms: words('tags|tag|labels|stitky|schlagworte') },
  {
    key: 'note',
    label: 'Note',
    isMany: true,
    synonyms: words('note|notes|comment|comments|remarks|poznamka|poznamky|notiz|notizen|bemerkung'),
  },
  { key: 'createdAt', label: 'Created', synonyms: words(createdWords) },
]
