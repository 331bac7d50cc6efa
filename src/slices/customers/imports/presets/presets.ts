import type { ImportableKind } from '../kinds.ts'
import { columnsFor } from '../../../../kernel/record/record.ts'
import { definePreset, type Preset } from './preset.ts'

const hubspotActivity = 'last activity date|last modified date|hubspot team'
const hubspotMarketing =
  'marketing contact status|marketing contact status source name|marketing contact status source type'
const salesforceSystem =
  'ownerid|isdeleted|masterrecordid|lastmodifieddate|lastmodifiedbyid|createdbyid|systemmodstamp|photourl|recordtypeid|reportstoid'
const salesforcePlaces = 'email|accountname|account.name|accountid|mailingcity|leadsource|company'
const salesforceSizes = 'billingcity|numberofemployees|billingcountry|accountnumber|annualrevenue'

/** Exports of other systems. The first whose headings a file has wins: particular ones stand before general ones. */
const foreign: Preset[] = [
  definePreset('Chatwoot contacts', 'contacts', {
    known: ['phone_number & identifier', 'phone_number & name & email & company_name'],
    columns: { country: 'country|country_code', note: 'description' },
    leftOut: 'last_activity_at|blocked|contact_type|thumbnail|avatar_url',
  }),
  definePreset('Shopify orders', 'orders', {
    known: ['name & lineitem name & lineitem quantity'],
    columns: { number: 'name', customerCountry: 'billing country' },
    leftOut: 'id|fulfillment status|paid at|subtotal|shipping|taxes|accepts marketing',
  }),
  definePreset('Salesforce contacts', 'contacts', {
    known: [
      `firstname & lastname & ${salesforcePlaces}`,
      'first name & last name & account name|mailing city|email opt out',
    ],
    columns: {
      region: 'mailing state/province',
      postalCode: 'mailing zip/postal code',
      country: 'mailingcountry|mailing country|country',
      note: 'description',
      owner: 'owner.email|lead owner|owner.name',
    },
    fields: {
      'Lead source': ['choice', 'leadsource|lead source'],
      'Lead status': ['choice', 'status'],
      Department: ['text', 'department'],
      Unsubscribed: ['yesno', 'hasoptedoutofemail|email opt out'],
    },
    leftOut: `name|${salesforceSystem}`,
  }),
  definePreset('Salesforce accounts', 'companies', {
    known: [`name & ${salesforceSizes}`, 'account name & billing city'],
    columns: {
      region: 'billing state/province',
      postalCode: 'billing zip/postal code',
      country: 'billingcountry|billing country',
      parent: 'parent.name',
      note: 'description',
      owner: 'owner.email|owner.name',
    },
    fields: { 'Account type': ['choice', 'type'], 'Annual revenue': ['number', 'annualrevenue'] },
    leftOut: `parentid|${salesforceSystem}`,
  }),
  definePreset('HubSpot notes', 'notes', {
    known: ['note body', 'note & associated contact|associated contact ids|associated company'],
    columns: {},
    leftOut: 'create date|activity created by|activity type|last modified date',
  }),
  definePreset('HubSpot contacts', 'contacts', {
    known: ['first name & last name & email|record id'],
    columns: { externalId: 'record id|record id - contact', country: 'country/region|country' },
    fields: {
      'Lead status': ['choice', 'lead status'],
      Unsubscribed: ['yesno', 'unsubscribed from all email|unsubscribed from all emails|opted out of all email'],
    },
    leftOut: `${hubspotActivity}|${hubspotMarketing}|number of form submissions`,
  }),
  definePreset('HubSpot companies', 'companies', {
    known: ['company domain name|company owner & company name|name|company domain name'],
    columns: { country: 'country/region', note: 'description' },
    fields: { 'Lead status': ['choice', 'lead status'], 'Lifecycle stage': ['choice', 'lifecycle stage'] },
    leftOut: hubspotActivity,
  }),
]

/** What our own exports say of every record that no file can. */
const ours = 'source|sourceid|updatedat|orders|netamount|lasttouchat'

/** Our own export of a kind; ids of what its records refer to hold in no other workspace. */
function ownPreset({ table, columns = {}, importTarget: { ownExport } }: ImportableKind): Preset[] {
  const references = Object.entries(columns).flatMap(([key, { refersTo }]) => (refersTo ? key.toLowerCase() : []))
  if (!ownExport) return []
  const { known, columns: moved = {}, leftOut = ours } = ownExport
  const preset = { known, columns: moved, leftOut: [ours, leftOut, ...references].join('|'), decimalMark: '.' } as const
  const own = new Set(Object.keys(columnsFor(columns, 'exported')))
  return [{ ...definePreset(`Rapport ${table}`, table, preset), own }]
}

export function presetsOf(kinds: readonly ImportableKind[]): Preset[] {
  return [...kinds.flatMap(ownPreset), ...foreign]
}

/** Headings of exports that cannot be imported, by what these hold. */
export const refused: Readonly<Record<string, string>> = {
  hubspotDeals: 'deal name & pipeline|deal stage',
  hubspotTickets: 'ticket name & pipeline|ticket status',
  salesforceOpportunities: 'stagename|stage & closedate|close date & name|opportunity name',
  deals: 'opportunity_id|opportunity id|deal_id|deal id & deal_stage|deal stage|stage',
  fiderIdeas: 'number & title & description & votes_count & status',
}
