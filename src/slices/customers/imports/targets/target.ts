/** What a column can be imported as. */
export interface Target {
  key: string
  label: string
  /** Several columns may go there. */
  isMany?: boolean
  /** Headings that mean it, as `headingKey` writes them, in English, Czech and German. */
  synonyms: string[]
}

export const words = (text: string) => text.split('|')

export const idWords = 'id|record id|rec id|external id|ext id|uid|guid|crm id|source id'
export const ownerWords =
  'owner|owner email|contact owner|company owner|account owner|account manager|assigned to|sales rep|sales agent|vlastnik|obchodnik|prirazeno|betreuer|zustandig|besitzer'
export const createdWords =
  'created|created at|created date|created on|create date|creation date|date created|date added|added at|signup date|registered at|vytvoreno|datum vytvoreni|datum registrace|erstellt|erstellt am|erstelldatum|angelegt am'

export const address: Target[] = [
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
