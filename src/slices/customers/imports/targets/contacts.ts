import { address, createdWords, idWords, ownerWords, words, type Target } from './target.ts'

export const contacts: Target[] = [
  {
    key: 'externalId',
    label: 'Id in the other system',
    synonyms: words(
      `${idWords}|contact id|customer id|customer number|customer no|user id|person id|client id|lead id|id zakaznika|id kontaktu|cislo zakaznika|zakaznicke cislo|kundennummer|kundennr|kunden id`,
    ),
  },
  {
    key: 'name',
    label: 'Full name',
    synonyms: words(
      'name|full name|fullname|contact name|contact|display name|customer name|customer|client|person|jmeno a prijmeni|cele jmeno|zakaznik|klient|kunde|ansprechpartner|kontakt|vollstandiger name',
    ),
  },
  {
    key: 'firstName',
    label: 'First name',
    synonyms: words('first name|firstname|given name|forename|fname|jmeno|krestni jmeno|vorname'),
  },
  {
    key: 'lastName',
    label: 'Last name',
    synonyms: words('last name|lastname|surname|family name|lname|prijmeni|nachname|familienname|zuname'),
  },
  {
    key: 'email',
    label: 'E-mail',
    isMany: true,
    synonyms: words(
      'email|e mail|mail|email address|e mail address|emailaddress|primary email|work email|personal email|other email|secondary email|additional email addresses|e mail value|emailova adresa|e mailova adresa|email adresse|e mail adresse',
    ),
  },
  {
    key: 'phone',
    label: 'Phone',
    isMany: true,
    synonyms: words(
      'phone|phone number|phonenumber|telephone|telephone number|tel|mobile|mobile phone|mobile number|mobile phone number|cell|cell phone|work phone|home phone|other phone|business phone|primary phone|phone value|telefon|telefonni cislo|mobil|mobilni telefon|mobilni cislo|telefonnummer|telefon geschaftlich|telefon privat|handy|handynummer|rufnummer|mobiltelefon',
    ),
  },
  {
    key: 'company',
    label: 'Company name',
    synonyms: words(
      'company|company name|companyname|organisation|organization|organization name|employer|account|account name|associated company|primary company|firma|nazev firmy|spolecnost|zamestnavatel|unternehmen|firmenname',
    ),
  },
  {
    key: 'companyDomain',
    label: 'Company domain',
    synonyms: words('company domain|company domain name|company website|domain|domena|web firmy|firmenwebsite'),
  },
  {
    key: 'companyId',
    label: 'Company id in the other system',
    synonyms: words(
      'company id|account id|organization id|associated company id|associated company ids|primary associated company id|id firmy|firmen id',
    ),
  },
  {
    key: 'jobTitle',
    label: 'Job title',
    synonyms: words(
      'job title|jobtitle|title|position|role|job|funkce|pozice|pracovni pozice|position im unternehmen|berufsbezeichnung|stellenbezeichnung',
    ),
  },
  { key: 'owner', label: 'Owner', synonyms: words(ownerWords) },
  ...address,
  { key: 'language', label: 'Language', synonyms: words('language|preferred language|locale|jazyk|sprache') },
  { key: 'timeZone', label: 'Time zone', synonyms: words('time zone|timezone|casove pasmo|zeitzone') },
  {
    key: 'birthday',
    label: 'Birthday',
    synonyms: words(
      'birthday|birth date|birthdate|date of birth|dob|narozeniny|datum narozeni|geburtstag|geburtsdatum',
    ),
  },
  {
    key: 'lifecycle',
    label: 'Lifecycle',
    synonyms: words('lifecycle|lifecycle stage|life cycle stage|customer lifecycle|zivotni cyklus|lebenszyklus'),
  },
  {
    key: 'tags',
    label: 'Tags',
    isMany: true,
    synonyms: words('tags|tag|labels|groups|group membership|stitky|skupiny|schlagworte|gruppen'),
  },
  {
    key: 'note',
    label: 'Note',
    isMany: true,
    synonyms: words('note|notes|comment|comments|remarks|poznamka|poznamky|notiz|notizen|bemerkung|bemerkungen'),
  },
  { key: 'createdAt', label: 'Created', synonyms: words(createdWords) },
  { key: 'handle.identifier', label: 'Identifier', isMany: true, synonyms: words('identifier|identifikator') },
  {
    key: 'handle.whatsapp',
    label: 'WhatsApp',
    isMany: true,
    synonyms: words('whatsapp|whatsapp number|whatsapp phone number'),
  },
  { key: 'handle.telegram', label: 'Telegram', isMany: true, synonyms: words('telegram|telegram username') },
  {
    key: 'handle.x',
    label: 'X (Twitter)',
    isMany: true,
    synonyms: words('twitter|twitter username|twitter handle|x handle|twitter profile'),
  },
  {
    key: 'handle.instagram',
    label: 'Instagram',
    isMany: true,
    synonyms: words('instagram|instagram username|instagram handle'),
  },
  {
    key: 'handle.facebook',
    label: 'Facebook',
    isMany: true,
    synonyms: words('facebook|facebook profile|facebook url'),
  },
  {
    key: 'handle.linkedin',
    label: 'LinkedIn',
    isMany: true,
    synonyms: words('linkedin|linkedin url|linkedin profile|linkedin bio'),
  },
  { key: 'handle.mastodon', label: 'Mastodon', isMany: true, synonyms: words('mastodon') },
  { key: 'handle.bluesky', label: 'Bluesky', isMany: true, synonyms: words('bluesky') },
  { key: 'handle.github', label: 'GitHub', isMany: true, synonyms: words('github|github username') },
  {
    key: 'handle.website',
    label: 'Website',
    isMany: true,
    synonyms: words('website|website url|web|homepage|web page|url|webova stranka|webseite'),
  },
  {
    key: 'handle.loyalty-card',
    label: 'Loyalty card',
    isMany: true,
    synonyms: words('loyalty card|loyalty card number|card number|vernostni karta|cislo karty|kundenkarte'),
  },
]
