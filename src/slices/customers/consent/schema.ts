import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { byLanguage, lineOf, linesOf } from '../../../kernel/input.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { itemsOf, listQuery, page } from '../../../kernel/page.ts'
import { trimmed } from '../../../kernel/text.ts'
import { instant } from '../../../kernel/time.ts'
import { channels, sayers, states, suppressionReasons, ways } from './consent.ts'

const words = defineMessages('consent.schema', {
  channelOnce: 'Name each channel once.',
  purposeKey: 'Use small letters, figures and hyphens, such as product-news.',
})

export { channels, consentWords, suppressionReasons, type Channel, type State, type Way } from './consent.ts'

const line = (length: number) => lineOf(length).min(1)
const paragraph = linesOf(2000)

/** By language; English is what everybody else is shown. */
const name = byLanguage(line(80), line(80))
const text = byLanguage(paragraph, paragraph)
const stored = z.record(z.string(), z.string())

export const purpose = z.object({
  id,
  key: z.string(),
  name: stored,
  channels: z.array(z.enum(channels)),
  /** What people agree to, by language. */
  text: stored,
  textVersion: z.int(),
  archivedAt: z.string().nullable(),
})
export type Purpose = z.output<typeof purpose>

const purposeChannels = z
  .array(z.enum(channels))
  .min(1)
  .max(channels.length)
  .refine(list => new Set(list).size === list.length, refusal(words, 'channelOnce'))

export const purposeInput = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, refusal(words, 'purposeKey')),
  name,
  channels: purposeChannels,
  text,
})
export type PurposeInput = z.output<typeof purposeInput>

/** Another wording is another version; records keep the one that was shown. */
export const purposePatch = purposeInput.omit({ key: true }).partial().extend({ isArchived: z.boolean().optional() })
export type PurposePatch = z.output<typeof purposePatch>

export const purposeText = z.object({ version: z.int(), text: stored, createdAt: z.string() })

export const suppression = z.object({
  channel: z.enum([...channels, 'all']),
  reason: z.enum(suppressionReasons),
  since: z.string(),
})

export const consentRecord = z.object({
  id,
  /** The contact that said it: another one than asked for after a merge. */
  contactId: id,
  purposeId: id,
  channel: z.enum(channels),
  state: z.enum(states),
  saidBy: z.enum(sayers),
  memberName: z.string().nullable(),
  how: z.enum(ways),
  textVersion: z.int().nullable(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  handle: z.string().nullable(),
  note: z.string().nullable(),
  /** Truncated: enough to recognise a place, not a person. */
  address: z.string().nullable(),
  agent: z.string().nullable(),
})
export type ConsentRow = z.output<typeof consentRecord>

export const standing = consentRecord
  .pick({ purposeId: true, channel: true, state: true, how: true, saidBy: true })
  .extend({ since: z.string() })

export const contactConsents = z.object({
  purposes: z.array(purpose),
  current: z.array(standing),
  /** Addresses of the contact, with why they must not be written to. */
  addresses: z.array(
    z.object({ handleId: id, kind: z.string(), value: z.string(), suppressions: z.array(suppression) }),
  ),
  /** The last 200, newest first. */
  history: z.array(consentRecord),
})
export type ContactConsents = z.output<typeof contactConsents>

export const consentInput = z.strictObject({
  purposeId: id,
  channel: z.enum(channels),
  state: z.enum(['granted', 'withdrawn']),
  /** How the person said it: on paper, by phone… */
  note: line(500),
  /** Which of the contact's handles it is for; the one that is written to when left out. */
  handleId: id.optional(),
  occurredAt: instant.optional(),
})
export type ConsentInput = z.output<typeof consentInput>

export const requestInput = z.strictObject({
  purposeIds: z.array(id).min(1).max(20),
  handleId: id.optional(),
  note: line(500).optional(),
})
export type RequestInput = z.output<typeof requestInput>

/** The id stands for the address, which is not kept. */
export const suppressionRow = suppression.omit({ since: true }).extend({ id: z.string(), createdAt: z.string() })
export type SuppressionRow = z.output<typeof suppressionRow>

const address = z.string().overwrite(trimmed).min(3).max(320)
export const suppressionInput = z.strictObject({
  /** E-mail addresses or phone numbers. */
  addresses: z.array(address).min(1).max(1000),
  channel: z.enum([...channels, 'all']).default('all'),
})

const { get, create, patch, post } = endpointsOf('consent', { read: 'consent:read', write: 'consent:manage' })

export const listPurposes = get('/consent/purposes', 'List what customers are asked to agree to', {
  response: itemsOf(purpose),
})
export const createPurpose = create('/consent/purposes', 'Add a purpose', {
  body: purposeInput,
  response: purpose,
})
export const changePurpose = patch(
  '/consent/purposes/{id}',
  'Change or archive a purpose; a new wording becomes a new version',
  { body: purposePatch, response: purpose },
)
export const listPurposeTexts = get('/consent/purposes/{id}/texts', 'List the wordings that a purpose ever had', {
  response: itemsOf(purposeText),
})
export const exportConsents = get('/consent/export', 'Export all records of consent, with their proof, as CSV', {
  access: 'consent:manage',
  query: listQuery,
  produces: 'text/csv',
})
export const listSuppressions = get(
  '/consent/suppressions',
  'List suppressions; addresses are not kept and cannot be shown',
  { access: 'consent:manage', query: listQuery, response: page(suppressionRow) },
)
export const addSuppressions = post('/consent/suppressions', 'Never write to these addresses', {
  body: suppressionInput,
  response: z.object({ count: z.int() }),
})
export const checkSuppressions = post(
  '/consent/suppressions/check',
  'Tell which of these addresses are suppressed, and why',
  {
    body: suppressionInput.pick({ addresses: true }),
    response: z.object({ items: z.array(z.object({ address: z.string(), suppressions: z.array(suppression) })) }),
  },
)
export const removeSuppressions = post(
  '/consent/suppressions/removal',
  'Take back suppressions that staff added; what a customer asked for stays',
  { body: suppressionInput.pick({ addresses: true }), response: z.object({ count: z.int() }) },
)
export const getContactConsents = get(
  '/contacts/{id}/consents',
  'Get what a contact agreed to, now or at a date, and its history',
  { query: z.strictObject({ at: instant.optional() }), response: contactConsents },
)
export const recordConsent = create('/contacts/{id}/consents', 'Record what a contact said, with how', {
  access: 'consent:write',
  body: consentInput,
  response: contactConsents,
})
export const requestConsent = create(
  '/contacts/{id}/consents/requests',
  'Ask a contact by mail to confirm (double opt-in)',
  { access: 'consent:write', body: requestInput, response: contactConsents },
)
export const getPreferenceLink = get(
  '/contacts/{id}/preference-link',
  'Get a link to the preference centre of a contact',
  {
    access: 'consent:write',
    query: z.strictObject({ handleId: id.optional() }),
    response: z.object({ link: z.string(), address: z.string() }),
  },
)
