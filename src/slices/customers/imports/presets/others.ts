import { hasAll, type Preset } from './preset.ts'

export const chatwoot: Preset = {
  key: 'chatwoot-contacts',
  label: 'Chatwoot contacts',
  source: 'chatwoot',
  object: 'contacts',
  isRecognised: headings => headings.has('phone_number') && (headings.has('identifier') || hasAll(headings, 'name', 'email', 'company_name')),
  columns: {
    id: 'externalId', name: 'name', email: 'email', identifier: 'handle.identifier', phone_number: 'phone', company_name: 'company', company: 'company', city: 'city', country: 'country', country_code: 'country',
    labels: 'tags', created_at: 'createdAt', last_activity_at: null, blocked: null, contact_type: null, thumbnail: null, avatar_url: null, description: 'note',
  },
}

export const shopify: Preset = {
  key: 'shopify-orders',
  label: 'Shopify orders',
  source: 'shopify',
  object: 'orders',
  isRecognised: headings => hasAll(headings, 'name', 'lineitem name', 'lineitem quantity'),
  columns: {
    name: 'number', id: null, email: 'customerEmail', phone: 'customerPhone', 'financial status': 'status', 'fulfillment status': null, 'paid at': null, 'created at': 'placedAt', currency: 'currency',
    total: 'amount', subtotal: null, shipping: null, taxes: null, 'lineitem name': 'itemName', 'lineitem sku': 'itemSku', 'lineitem quantity': 'itemQuantity', 'lineitem price': 'itemUnitAmount',
    'billing name': 'customerName', 'billing country': 'customerCountry', 'billing company': 'company', 'accepts marketing': null,
  },
}
