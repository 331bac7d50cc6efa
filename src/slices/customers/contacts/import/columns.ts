import { defineMessages, defineText } from '../../../../kernel/messages.ts'
import { companyReaders } from '../../companies/import/public.ts'
import {
  addressColumns,
  dayOf,
  idWords,
  isNothing,
  keepingColumns,
  leftEmpty,
  notDate,
  ownerColumns,
  parseTime,
  quote,
  importColumns,
  type Report,
  type RowRules,
  type TargetColumn,
} from '../../imports/public.ts'
import { sharedWords } from '../../fields/record.ts'
import { contactRecord, contactWords, handleKinds, handleWords } from '../record.ts'
import type { ContactDraft } from './draft.ts'
import { addIdentifier, addRaw, personReaders } from './readers.ts'
import { parseLifecycle } from './lifecycle.ts'

const notStage = defineText('contacts.columns.notStage', '{value} is not a stage of the lifecycle; left empty.')

const labels = defineMessages('contacts.import', {
  externalId: 'Id in the other system',
  name: 'Full name',
  company: 'Company name',
  companyDomain: 'Company domain',
  companyId: 'Company id in the other system',
  'handle.identifier': 'Identifier',
})

type Read = TargetColumn<ContactDraft>['read']

const handleHeadings = {
  'handle.identifier': 'identifier|identifikator',
  'handle.whatsapp': 'whatsapp|whatsapp number|whatsapp phone number',
  'handle.telegram': 'telegram|telegram username',
  'handle.x': 'twitter|twitter username|twitter handle|x handle|twitter profile',
  'handle.instagram': 'instagram|instagram username|instagram handle',
  'handle.facebook': 'facebook|facebook profile|facebook url',
  'handle.linkedin': 'linkedin|linkedin url|linkedin profile|linkedin bio',
  'handle.mastodon': 'mastodon',
  'handle.bluesky': 'bluesky',
  'handle.github': 'github|github username',
  'handle.website': 'website|website url|web|homepage|web page|url|webova stranka|webseite',
  'handle.loyalty-card': 'loyalty card|loyalty card number|card number|vernostni karta|cislo karty|kundenkarte',
}

const readHandles = Object.fromEntries(
  Object.keys(handleHeadings).map((key): [string, Read] => {
    const kind = handleKinds.find(known => `handle.${known}` === key)
    return [key, kind ? (draft, text) => addRaw(draft, kind, text) : addIdentifier]
  }),
)

export const contactColumns: TargetColumn<ContactDraft>[] = [
  ...importColumns<ContactDraft>(
    [labels, contactWords, sharedWords],
    {
      externalId: `${idWords}|contact id|customer id|customer number|customer no|user id|person id|client id|lead id|id zakaznika|id kontaktu|cislo zakaznika|zakaznicke cislo|kundennummer|kundennr|kunden id`,
      name: 'name|full name|fullname|contact name|contact|display name|customer name|customer|client|person|jmeno a prijmeni|cele jmeno|zakaznik|klient|kunde|ansprechpartner|kontakt|vollstandiger name',
      firstName: 'first name|firstname|given name|forename|fname|jmeno|krestni jmeno|vorname',
      lastName: 'last name|lastname|surname|family name|lname|prijmeni|nachname|familienname|zuname',
      email:
        'email|e mail|mail|email address|e mail address|emailaddress|primary email|work email|personal email|other email|secondary email|additional email addresses|e mail value|emailova adresa|e mailova adresa|email adresse|e mail adresse',
      phone:
        'phone|phone number|phonenumber|telephone|telephone number|tel|mobile|mobile phone|mobile number|mobile phone number|cell|cell phone|work phone|home phone|other phone|business phone|primary phone|phone value|telefon|telefonni cislo|mobil|mobilni telefon|mobilni cislo|telefonnummer|telefon geschaftlich|telefon privat|handy|handynummer|rufnummer|mobiltelefon',
      company:
        'company|company name|companyname|organisation|organization|organization name|employer|account|account name|associated company|primary company|firma|nazev firmy|spolecnost|zamestnavatel|unternehmen|firmenname',
      companyDomain: 'company domain|company domain name|company website|domain|domena|web firmy|firmenwebsite',
      companyId:
        'company id|account id|organization id|associated company id|associated company ids|primary associated company id|id firmy|firmen id',
      jobTitle:
        'job title|jobtitle|title|position|role|job|funkce|pozice|pracovni pozice|position im unternehmen|berufsbezeichnung|stellenbezeichnung',
    },
    {
      externalId: personReaders.id,
      name: personReaders.name,
      firstName: personReaders.firstName,
      lastName: personReaders.lastName,
      email: personReaders.email,
      phone: personReaders.phone,
      company: companyReaders.name,
      companyDomain: companyReaders.domain,
      companyId: companyReaders.id,
    },
    { of: contactRecord.columns, many: ['email', 'phone'] },
  ),
  ...ownerColumns,
  ...addressColumns,
  ...importColumns<ContactDraft>(
    [labels, contactWords, sharedWords],
    {
      language: 'language|preferred language|locale|jazyk|sprache',
      timeZone: 'time zone|timezone|casove pasmo|zeitzone',
      birthday: 'birthday|birth date|birthdate|date of birth|dob|narozeniny|datum narozeni|geburtstag|geburtsdatum',
      lifecycle: 'lifecycle|lifecycle stage|life cycle stage|customer lifecycle|zivotni cyklus|lebenszyklus',
    },
    { birthday: readBirthday, lifecycle: readLifecycle },
    { of: contactRecord.columns },
  ),
  ...keepingColumns('|groups|group membership|skupiny|gruppen', '|bemerkungen'),
  ...importColumns<ContactDraft>([labels, handleWords], handleHeadings, readHandles, {
    many: Object.keys(handleHeadings),
  }),
]

function readBirthday(draft: ContactDraft, text: string, report: Report, rules: RowRules): void {
  if (isNothing(text)) return
  const time = parseTime(text, rules.dateOrder)
  if (time === null) return report.warn(leftEmpty(notDate(text, rules)))
  const isAhead = !/\d{4}/.test(text) && time.year > new Date().getUTCFullYear()
  draft.values.birthday = dayOf(isAhead ? { ...time, year: time.year - 100 } : time)
}

function readLifecycle(draft: ContactDraft, text: string, report: Report): void {
  if (isNothing(text)) return
  const stage = parseLifecycle(text)
  if (stage !== null) draft.values.lifecycle = stage
  else report.warn(notStage({ value: quote(text) }))
}
