import { fold } from '../../../kernel/text.ts'
import type { ImportObject } from './schema.ts'

/** What a column can be imported as. */
export interface Target {
  key: string
  label: string
  /** Several columns may go there. */
  isMany?: boolean
  /** Headings that mean it, as `headingKey` writes them, in English, Czech and German. */
  synonyms: string[]
}

const words = (text: string) => text.split('|')

const idWords = 'id|record id|rec id|external id|ext id|uid|guid|crm id|source id'
const ownerWords =
  'owner|owner email|contact owner|company owner|account owner|account manager|assigned to|sales rep|sales agent|vlastnik|obchodnik|prirazeno|betreuer|zustandig|besitzer'
const createdWords =
  'created|created at|created date|created on|create date|creation date|date created|date added|added at|signup date|registered at|vytvoreno|datum vytvoreni|datum registrace|erstellt|erstellt am|erstelldatum|angelegt am'

const address: Target[] = [
  {
    key: 'street',
    label: 'Street',
    isMany: true,
    synonyms: words(
      'street|street address|street address 2|address|address 1|address 2|address line 1|address line 2|address 1 street|street number|mailing street|billing street|ulice|adresa|cislo popisne|strasse|adresse|anschrift|hausnummer',
    ),
  },
  {
    key: 'city',
    label: 'City',
    synonyms: words('city|town|suburb|mailing city|billing city|locality|mesto|obec|stadt|ort|address 1 city'),
  },
  {
    key: 'region',
    label: 'Region',
    synonyms: words(
      'region|state|province|county|state region|state province|mailing state|billing state|kraj|bundesland|address 1 region',
    ),
  },
  {
    key: 'postalCode',
    label: 'Postal code',
    synonyms: words(
      'postal code|postalcode|postcode|post code|zip|zip code|zipcode|zip postal code|mailing postal code|billing postal code|psc|plz|postleitzahl|address 1 postal code',
    ),
  },
  {
    key: 'country',
    label: 'Country',
    synonyms: words(
      'country|country region|country code|mailing country|billing country|nation|zeme|stat|land|address 1 country',
    ),
  },
]

const contacts: Target[] = [
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

const companies: Target[] = [
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

const orders: Target[] = [
  {
    key: 'number',
    label: 'Order number',
    synonyms: words(
      'number|order|order number|order no|order nr|order name|order id|orderid|invoice|invoice number|invoice no|invoice id|invoiceno|transaction|transaction id|receipt|receipt number|objednavka|cislo objednavky|faktura|cislo faktury|doklad|bestellung|bestellnummer|auftrag|auftragsnummer|rechnung|rechnungsnummer',
    ),
  },
  { key: 'externalId', label: 'Id in the other system', synonyms: words(idWords) },
  {
    key: 'placedAt',
    label: 'Date',
    synonyms: words(
      'date|placed at|order date|ordered at|orderdate|invoice date|invoicedate|purchase date|purchased at|transaction date|sale date|paid at|ts|time|timestamp|datetime|datum|datum objednavky|datum nakupu|datum vystaveni|bestelldatum|kaufdatum|rechnungsdatum|auftragsdatum|created|created at|date created',
    ),
  },
  {
    key: 'amount',
    label: 'Amount',
    synonyms: words(
      'amount|total|order total|grand total|total amount|total price|order amount|order value|revenue|sales|value|sum|turnover|castka|celkem|cena celkem|hodnota|betrag|gesamt|gesamtbetrag|summe|umsatz',
    ),
  },
  { key: 'currency', label: 'Currency', synonyms: words('currency|currency code|mena|wahrung') },
  {
    key: 'quantity',
    label: 'Quantity',
    synonyms: words(
      'qty|quantity|items|item count|pieces|units|total quantity|mnozstvi|pocet kusu|ks|menge|anzahl|stuckzahl',
    ),
  },
  {
    key: 'status',
    label: 'Status',
    synonyms: words('status|order status|state|financial status|stav|stav objednavky|bestellstatus'),
  },
  {
    key: 'customerId',
    label: 'Customer id in the other system',
    synonyms: words(
      'customer id|customerid|customer|customer number|customer no|client id|client|user id|buyer id|contact id|id zakaznika|cislo zakaznika|zakaznik|kundennummer|kunden id|kundennr|kunde',
    ),
  },
  {
    key: 'customerEmail',
    label: 'Customer e-mail',
    synonyms: words(
      'email|e mail|mail|customer email|email address|e mail address|buyer email|billing email|e mail zakaznika|email zakaznika|kunden email|e mail adresse',
    ),
  },
  {
    key: 'customerPhone',
    label: 'Customer phone',
    synonyms: words('phone|phone number|customer phone|billing phone|mobile|telefon|telefon zakaznika|telefonnummer'),
  },
  {
    key: 'customerName',
    label: 'Customer name',
    synonyms: words(
      'name|customer name|full name|buyer name|buyer|billing name|contact name|jmeno zakaznika|jmeno a prijmeni|kundenname',
    ),
  },
  {
    key: 'customerFirstName',
    label: 'Customer first name',
    synonyms: words('first name|firstname|customer first name|billing first name|jmeno|vorname'),
  },
  {
    key: 'customerLastName',
    label: 'Customer last name',
    synonyms: words('last name|lastname|surname|customer last name|billing last name|prijmeni|nachname'),
  },
  {
    key: 'customerCountry',
    label: 'Customer country',
    synonyms: words('country|country code|customer country|billing country|shipping country|zeme|stat|land'),
  },
  {
    key: 'company',
    label: 'Company name',
    synonyms: words(
      'company|company name|billing company|account|account name|organisation|organization|firma|nazev firmy|unternehmen',
    ),
  },
  {
    key: 'itemSku',
    label: 'Item: SKU',
    synonyms: words(
      'sku|stock code|stockcode|product code|item code|item sku|lineitem sku|product id|article number|kod zbozi|kod produktu|artikelnummer',
    ),
  },
  {
    key: 'itemName',
    label: 'Item: name',
    synonyms: words(
      'item|item name|product|product name|lineitem name|description|item description|article|zbozi|produkt|nazev produktu|popis|artikel|bezeichnung|produktname',
    ),
  },
  {
    key: 'itemQuantity',
    label: 'Item: quantity',
    synonyms: words('item quantity|lineitem quantity|line quantity|item qty|pocet kusu polozky|positionsmenge'),
  },
  {
    key: 'itemUnitAmount',
    label: 'Item: unit price',
    synonyms: words(
      'price|unit price|unitprice|item price|lineitem price|price each|cena|jednotkova cena|cena za kus|preis|einzelpreis|stuckpreis',
    ),
  },
  {
    key: 'itemAmount',
    label: 'Item: amount',
    synonyms: words(
      'line total|line amount|item total|item amount|lineitem total|cena polozky|positionsbetrag|zeilenbetrag',
    ),
  },
  {
    key: 'returnReason',
    label: 'Reason of the return',
    synonyms: words('return reason|refund reason|duvod vraceni|duvod reklamace|retourengrund|ruckgabegrund'),
  },
  {
    key: 'returnOf',
    label: 'Returned order number',
    synonyms: words(
      'original order|original invoice|returned order|refund of|puvodni objednavka|ursprungliche bestellung',
    ),
  },
]

const notes: Target[] = [
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

export const targets: Record<ImportObject, Target[]> = { contacts, companies, orders, notes }

/** Which custom fields an object's columns can go to. */
export const fieldsOf = { contacts: 'contact', companies: 'company', orders: 'order', notes: null } as const

/** A heading as it is compared: words in lower case without accents and punctuation. */
export function headingKey(heading: string): string {
  return fold(heading.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const lookups = new Map<ImportObject, Map<string, string>>()

/** The target that a heading means for an object, by its words; a number in it (`E-mail 2`) does not matter. */
export function targetOf(object: ImportObject, heading: string): string | null {
  let lookup = lookups.get(object)
  if (!lookup) {
    lookup = new Map()
    for (const target of targets[object])
      for (const synonym of target.synonyms) if (!lookup.has(synonym)) lookup.set(synonym, target.key)
    lookups.set(object, lookup)
  }
  const key = headingKey(heading)
  return (
    lookup.get(key) ??
    lookup.get(
      key
        .replaceAll(/\b\d+\b/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ) ??
    null
  )
}
