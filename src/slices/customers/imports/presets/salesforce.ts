import { hasAll, hasAny, unsubscribed, type Preset } from './preset.ts'

const source = 'salesforce'
const choice = (key: string, label: string) => ({ target: `fields.${key}`, label, type: 'choice' as const })

const mailing = {
  mailingstreet: 'street', mailingcity: 'city', mailingstate: 'region', mailingpostalcode: 'postalCode', mailingcountry: 'country', 'mailing street': 'street', 'mailing city': 'city',
  'mailing state/province': 'region', 'mailing zip/postal code': 'postalCode', 'mailing country': 'country',
}
const system = { ownerid: null, isdeleted: null, masterrecordid: null, lastmodifieddate: null, lastmodifiedbyid: null, createdbyid: null, systemmodstamp: null, photourl: null, recordtypeid: null, reportstoid: null }
const owner = { 'owner.email': 'owner', owneremail: 'owner', 'owner email': 'owner', 'contact owner': 'owner', 'lead owner': 'owner', 'account owner': 'owner', 'owner.name': 'owner' }

export const salesforce: Preset[] = [
  {
    key: 'salesforce-contacts',
    label: 'Salesforce contacts',
    source,
    object: 'contacts',
    isRecognised: headings =>
      (hasAll(headings, 'firstname', 'lastname') && hasAny(headings, 'email', 'accountname', 'account.name', 'accountid', 'mailingcity', 'leadsource', 'company')) ||
      (hasAll(headings, 'first name', 'last name') && hasAny(headings, 'account name', 'mailing city', 'email opt out')),
    columns: {
      id: 'externalId', 'contact id': 'externalId', 'lead id': 'externalId', firstname: 'firstName', lastname: 'lastName', name: null, 'first name': 'firstName', 'last name': 'lastName', email: 'email',
      phone: 'phone', mobilephone: 'phone', homephone: 'phone', otherphone: 'phone', mobile: 'phone', 'home phone': 'phone', title: 'jobTitle', accountname: 'company', 'account.name': 'company',
      'account name': 'company', company: 'company', accountid: 'companyId', 'account id': 'companyId', birthdate: 'birthday', ...mailing, street: 'street', city: 'city', state: 'region',
      postalcode: 'postalCode', country: 'country', website: 'handle.website', leadsource: choice('lead_source', 'Lead source'), 'lead source': choice('lead_source', 'Lead source'),
      status: choice('lead_status', 'Lead status'), department: { target: 'fields.department', label: 'Department', type: 'text' }, description: 'note', hasoptedoutofemail: unsubscribed,
      'email opt out': unsubscribed, createddate: 'createdAt', 'created date': 'createdAt', ...owner, ...system,
    },
  },
  {
    key: 'salesforce-accounts',
    label: 'Salesforce accounts',
    source,
    object: 'companies',
    isRecognised: headings =>
      (headings.has('name') && hasAny(headings, 'billingcity', 'numberofemployees', 'billingcountry', 'accountnumber', 'annualrevenue')) || hasAll(headings, 'account name', 'billing city'),
    columns: {
      id: 'externalId', 'account id': 'externalId', name: 'name', 'account name': 'name', website: 'website', industry: 'industry', numberofemployees: 'employees', employees: 'employees', phone: 'phone',
      billingstreet: 'street', billingcity: 'city', billingstate: 'region', billingpostalcode: 'postalCode', billingcountry: 'country', 'billing street': 'street', 'billing city': 'city',
      'billing state/province': 'region', 'billing zip/postal code': 'postalCode', 'billing country': 'country', 'parent.name': 'parent', 'parent account': 'parent', parentid: null,
      type: choice('account_type', 'Account type'), annualrevenue: { target: 'fields.annual_revenue', label: 'Annual revenue', type: 'number' }, description: 'note', createddate: 'createdAt', ...owner, ...system,
    },
  },
]
