import { hasAll, hasAny, unsubscribed, type Preset } from './preset.ts'

const source = 'hubspot'

export const hubspot: Preset[] = [
  {
    key: 'hubspot-notes',
    label: 'HubSpot notes',
    source,
    object: 'notes',
    isRecognised: headings => headings.has('note body') || (headings.has('note') && hasAny(headings, 'associated contact', 'associated contact ids', 'associated company')),
    columns: {
      'record id': 'externalId', 'note body': 'body', note: 'body', 'activity date': 'createdAt', 'create date': null, 'activity assigned to': 'author', 'activity created by': null,
      'associated contact ids': 'contactId', 'associated contact': 'contactName', 'associated company': 'company', email: 'contactEmail', 'activity type': null, 'last modified date': null,
    },
  },
  {
    key: 'hubspot-contacts',
    label: 'HubSpot contacts',
    source,
    object: 'contacts',
    isRecognised: headings => hasAll(headings, 'first name', 'last name') && hasAny(headings, 'email', 'record id'),
    columns: {
      'record id': 'externalId', 'record id - contact': 'externalId', 'contact id': 'externalId', 'first name': 'firstName', 'last name': 'lastName', email: 'email', 'work email': 'email',
      'additional email addresses': 'email', 'phone number': 'phone', 'mobile phone number': 'phone', 'whatsapp phone number': 'handle.whatsapp', 'contact owner': 'owner',
      'lead status': { target: 'fields.lead_status', label: 'Lead status', type: 'choice' }, 'lifecycle stage': 'lifecycle', 'create date': 'createdAt', 'company name': 'company',
      'associated company': 'company', 'primary associated company id': 'companyId', 'associated company ids': 'companyId', 'job title': 'jobTitle', 'street address': 'street', city: 'city',
      'state/region': 'region', 'postal code': 'postalCode', 'country/region': 'country', country: 'country', 'website url': 'handle.website', 'twitter username': 'handle.x',
      'linkedin url': 'handle.linkedin', 'date of birth': 'birthday', 'preferred language': 'language', 'time zone': 'timeZone', 'unsubscribed from all email': unsubscribed,
      'unsubscribed from all emails': unsubscribed, 'opted out of all email': unsubscribed, 'last activity date': null, 'last modified date': null, 'marketing contact status': null,
      'marketing contact status source name': null, 'marketing contact status source type': null, 'number of form submissions': null, 'hubspot team': null,
    },
  },
  {
    key: 'hubspot-companies',
    label: 'HubSpot companies',
    source,
    object: 'companies',
    isRecognised: headings => hasAny(headings, 'company domain name', 'company owner') && hasAny(headings, 'company name', 'name', 'company domain name'),
    columns: {
      'record id': 'externalId', 'company id': 'externalId', 'company name': 'name', name: 'name', 'company domain name': 'domain', 'website url': 'website', 'company owner': 'owner',
      industry: 'industry', 'number of employees': 'employees', 'phone number': 'phone', 'street address': 'street', city: 'city', 'state/region': 'region', 'postal code': 'postalCode',
      'country/region': 'country', 'parent company': 'parent', description: 'note', 'create date': 'createdAt', 'lead status': { target: 'fields.lead_status', label: 'Lead status', type: 'choice' },
      'lifecycle stage': { target: 'fields.lifecycle_stage', label: 'Lifecycle stage', type: 'choice' }, 'last activity date': null, 'last modified date': null, 'hubspot team': null,
    },
  },
]
