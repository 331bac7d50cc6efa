import { defineMessages, say } from '../../../../kernel/messages.ts'
import { isTimeZone } from '../../../../kernel/time.ts'
import { companyReaders } from '../../companies/import/public.ts'
import {
  addressColumns,
  dayOf,
  idWords,
  isNothing,
  keepingColumns,
  lineColumn,
  notDate,
  ownerColumn,
  parseLanguage,
  parseTime,
  quote,
  headings,
  type Report,
  type RowRules,
  type TargetColumn,
} from '../../imports/public.ts'
import type { HandleKind } from '../schema.ts'
import type { ContactDraft } from './draft.ts'
import { addIdentifier, addRaw, personReaders } from './readers.ts'
import { parseLifecycle } from './lifecycle.ts'

const labels = defineMessages('contacts.import', {
  externalId: 'Id in the other system',
  name: 'Full name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  phone: 'Phone',
  company: 'Company name',
  companyDomain: 'Company domain',
  companyId: 'Company id in the other system',
  language: 'Language',
  timeZone: 'Time zone',
  birthday: 'Birthday',
  lifecycle: 'Lifecycle',
  identifier: 'Identifier',
  jobTitle: 'Job title',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  x: 'X (Twitter)',
  instagram: 'Instagram',
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  github: 'GitHub',
  website: 'Website',
  loyaltyCard: 'Loyalty card',
})

export const contactColumns: TargetColumn<ContactDraft>[] = [
  {
    key: 'externalId',
    label: say(labels, 'externalId'),
    synonyms: headings(
      `${idWords}|contact id|customer id|customer number|customer no|user id|person id|client id|lead id|id zakaznika|id kontaktu|cislo zakaznika|zakaznicke cislo|kundennummer|kundennr|kunden id`,
    ),
    read: personReaders.id,
  },
  {
    key: 'name',
    label: say(labels, 'name'),
    synonyms: headings(
      'name|full name|fullname|contact name|contact|display name|customer name|customer|client|person|jmeno a prijmeni|cele jmeno|zakaznik|klient|kunde|ansprechpartner|kontakt|vollstandiger name',
    ),
    read: personReaders.name,
  },
  {
    key: 'firstName',
    label: say(labels, 'firstName'),
    synonyms: headings('first name|firstname|given name|forename|fname|jmeno|krestni jmeno|vorname'),
    read: personReaders.firstName,
  },
  {
    key: 'lastName',
    label: say(labels, 'lastName'),
    synonyms: headings('last name|lastname|surname|family name|lname|prijmeni|nachname|familienname|zuname'),
    read: personReaders.lastName,
  },
  {
    key: 'email',
    label: say(labels, 'email'),
    isMany: true,
    synonyms: headings(
      'email|e mail|mail|email address|e mail address|emailaddress|primary email|work email|personal email|other email|secondary email|additional email addresses|e mail value|emailova adresa|e mailova adresa|email adresse|e mail adresse',
    ),
    read: personReaders.email,
  },
  {
    key: 'phone',
    label: say(labels, 'phone'),
    isMany: true,
    synonyms: headings(
      'phone|phone number|phonenumber|telephone|telephone number|tel|mobile|mobile phone|mobile number|mobile phone number|cell|cell phone|work phone|home phone|other phone|business phone|primary phone|phone value|telefon|telefonni cislo|mobil|mobilni telefon|mobilni cislo|telefonnummer|telefon geschaftlich|telefon privat|handy|handynummer|rufnummer|mobiltelefon',
    ),
    read: personReaders.phone,
  },
  {
    key: 'company',
    label: say(labels, 'company'),
    synonyms: headings(
      'company|company name|companyname|organisation|organization|organization name|employer|account|account name|associated company|primary company|firma|nazev firmy|spolecnost|zamestnavatel|unternehmen|firmenname',
    ),
    read: companyReaders.name,
  },
  {
    key: 'companyDomain',
    label: say(labels, 'companyDomain'),
    synonyms: headings('company domain|company domain name|company website|domain|domena|web firmy|firmenwebsite'),
    read: companyReaders.domain,
  },
  {
    key: 'companyId',
    label: say(labels, 'companyId'),
    synonyms: headings(
      'company id|account id|organization id|associated company id|associated company ids|primary associated company id|id firmy|firmen id',
    ),
    read: companyReaders.id,
  },
  lineColumn(
    'jobTitle',
    say(labels, 'jobTitle'),
    'job title|jobtitle|title|position|role|job|funkce|pozice|pracovni pozice|position im unternehmen|berufsbezeichnung|stellenbezeichnung',
  ),
  ownerColumn,
  ...addressColumns,
  {
    key: 'language',
    label: say(labels, 'language'),
    synonyms: headings('language|preferred language|locale|jazyk|sprache'),
    read: readLanguage,
  },
  {
    key: 'timeZone',
    label: say(labels, 'timeZone'),
    synonyms: headings('time zone|timezone|casove pasmo|zeitzone'),
    read: readTimeZone,
  },
  {
    key: 'birthday',
    label: say(labels, 'birthday'),
    holds: 'date',
    synonyms: headings(
      'birthday|birth date|birthdate|date of birth|dob|narozeniny|datum narozeni|geburtstag|geburtsdatum',
    ),
    read: readBirthday,
  },
  {
    key: 'lifecycle',
    label: say(labels, 'lifecycle'),
    synonyms: headings('lifecycle|lifecycle stage|life cycle stage|customer lifecycle|zivotni cyklus|lebenszyklus'),
    read: readLifecycle,
  },
  ...keepingColumns('|groups|group membership|skupiny|gruppen', '|bemerkungen'),
  {
    key: 'handle.identifier',
    label: say(labels, 'identifier'),
    isMany: true,
    synonyms: headings('identifier|identifikator'),
    read: addIdentifier,
  },
  handleColumn('whatsapp', say(labels, 'whatsapp'), 'whatsapp|whatsapp number|whatsapp phone number'),
  handleColumn('telegram', say(labels, 'telegram'), 'telegram|telegram username'),
  handleColumn('x', say(labels, 'x'), 'twitter|twitter username|twitter handle|x handle|twitter profile'),
  handleColumn('instagram', say(labels, 'instagram'), 'instagram|instagram username|instagram handle'),
  handleColumn('facebook', say(labels, 'facebook'), 'facebook|facebook profile|facebook url'),
  handleColumn('linkedin', say(labels, 'linkedin'), 'linkedin|linkedin url|linkedin profile|linkedin bio'),
  handleColumn('mastodon', say(labels, 'mastodon'), 'mastodon'),
  handleColumn('bluesky', say(labels, 'bluesky'), 'bluesky'),
  handleColumn('github', say(labels, 'github'), 'github|github username'),
  handleColumn(
    'website',
    say(labels, 'website'),
    'website|website url|web|homepage|web page|url|webova stranka|webseite',
  ),
  handleColumn(
    'loyalty-card',
    say(labels, 'loyaltyCard'),
    'loyalty card|loyalty card number|card number|vernostni karta|cislo karty|kundenkarte',
  ),
]

function handleColumn(kind: HandleKind, label: TargetColumn['label'], synonyms: string): TargetColumn<ContactDraft> {
  return {
    key: `handle.${kind}`,
    label,
    isMany: true,
    synonyms: headings(synonyms),
    read: (draft, text) => addRaw(draft, kind, text),
  }
}

function readLanguage(draft: ContactDraft, text: string, report: Report): void {
  if (isNothing(text)) return
  const language = parseLanguage(text)
  if (language !== null) draft.values.language = language
  else report.warn(`${quote(text)} is not a language that Rapport knows; left empty.`)
}

function readTimeZone(draft: ContactDraft, text: string, report: Report): void {
  const zone = text.replaceAll(' ', '_').replace(/^([a-z]+)_slash_/i, '$1/')
  if (isKnownZone(zone)) draft.values.timeZone = zone
  else if (!isNothing(text)) report.warn(`${quote(text)} is not a time zone such as Europe/Prague; left empty.`)
}

function readBirthday(draft: ContactDraft, text: string, report: Report, rules: RowRules): void {
  if (isNothing(text)) return
  const time = parseTime(text, rules.dateOrder)
  if (time === null) return report.warn(`${notDate(text, rules)}; left empty.`)
  const isAhead = !/\d{4}/.test(text) && time.year > new Date().getUTCFullYear()
  draft.values.birthday = dayOf(isAhead ? { ...time, year: time.year - 100 } : time)
}

function readLifecycle(draft: ContactDraft, text: string, report: Report): void {
  if (isNothing(text)) return
  const stage = parseLifecycle(text)
  if (stage !== null) draft.values.lifecycle = stage
  else report.warn(`${quote(text)} is not a stage of the lifecycle; left empty.`)
}

const zones = new Map<string, boolean>()

function isKnownZone(name: string): boolean {
  let known = zones.get(name)
  if (known === undefined) {
    known = name.includes('/') && isTimeZone(name)
    if (zones.size < 1000) zones.set(name, known)
  }
  return known
}
