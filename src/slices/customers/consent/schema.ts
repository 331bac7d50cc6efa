import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { byLanguage, lineOf } from '../../../kernel/input.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { listQuery, page } from '../../../kernel/page.ts'
import { instant } from '../../../kernel/time.ts'
import { channels, sayers, states, suppressionReasons, ways } from './consent.ts'

const words = defineMessages('consent.schema', {
  plainText: 'Use plain text.',
  channelOnce: 'Name each channel once.',
  purposeKey: 'Use small letters, figures and hyphens, such as product-news.',
})

export { channels, suppressionReasons, type Channel, type State, type Way } from './consent.ts'

const line = (length: number) => lineOf(length).min(1)
const paragraph = z
  .string()
  .trim()
  .max(2000)
  .regex(/^[^\x00-\x09\x0b-\x1f\x7f]*$/, refusal(words, 'plainText'))

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

export const purposePatch = z.strictObject({
  name: name.optional(),
  channels: purposeChannels.optional(),
  /** Another wording is another version; records keep the one that was shown. */
  text: text.optional(),
  isArchived: z.boolean().optional(),
})
export type PurposePatch = z.output<typeof purposePatch>

export const purposeText = z.object({ version: z.int(), text: stored, createdAt: z.string() })

export const suppression = z.object({
  channel: z.enum([...channels, 'all']),
  reason: z.enum(suppressionReasons),
  since: z.string(),
})

export const standing = z.object({
  purposeId: id,
  channel: z.enum(channels),
  state: z.enum(states),
  since: z.string(),
  how: z.enum(ways),
  saidBy: z.enum(sayers),
})
export type ContactStanding = z.output<typeof standing>

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

export const suppressionRow = z.object({
  /** Stands for the address, which is not kept. */
  id: z.string(),
  channel: z.enum([...channels, 'all']),
  reason: z.enum(suppressionReasons),
  createdAt: z.string(),
})
export type SuppressionRow = z.output<typeof suppressionRow>

const address = z.string().trim().min(3).max(320)
export const suppressionInput = z.strictObject({
  /** E-mail addresses or phone numbers. */
  addresses: z.array(address).min(1).max(1000),
  channel: z.enum([...channels, 'all']).default('all'),
})
const one = z.object({ id })
const tag = 'consent'

export const listPurposes = endpoint({
  method: 'GET',
  path: '/consent/purposes',
  access: 'consent:read',
  tag,
  summary: 'List what customers are asked to agree to',
  response: z.object({ items: z.array(purpose) }),
})
export const createPurpose = endpoint({
  method: 'POST',
  path: '/consent/purposes',
  access: 'consent:manage',
  tag,
  summary: 'Add a purpose',
  body: purposeInput,
  response: purpose,
  status: 201,
})
export const changePurpose = endpoint({
  method: 'PATCH',
  path: '/consent/purposes/{id}',
  access: 'consent:manage',
  tag,
  summary: 'Change or archive a purpose; a new wording becomes a new version',
  params: one,
  body: purposePatch,
  response: purpose,
})
export const listPurposeTexts = endpoint({
  method: 'GET',
  path: '/consent/purposes/{id}/texts',
  access: 'consent:read',
  tag,
  summary: 'List the wordings that a purpose ever had',
  params: one,
  response: z.object({ items: z.array(purposeText) }),
})
export const exportConsents = endpoint({
  method: 'GET',
  path: '/consent/export',
  access: 'consent:manage',
  tag,
  summary: 'Export all records of consent, with their proof, as CSV',
  query: listQuery,
  produces: 'text/csv',
})
export const listSuppressions = endpoint({
  method: 'GET',
  path: '/consent/suppressions',
  access: 'consent:manage',
  tag,
  summary: 'List suppressions; addresses are not kept and cannot be shown',
  query: listQuery,
  response: page(suppressionRow),
})
export const addSuppressions = endpoint({
  method: 'POST',
  path: '/consent/suppressions',
  access: 'consent:manage',
  tag,
  summary: 'Never write to these addresses',
  body: suppressionInput,
  response: z.object({ count: z.int() }),
})
export const checkSuppressions = endpoint({
  method: 'POST',
  path: '/consent/suppressions/check',
  access: 'consent:manage',
  tag,
  summary: 'Tell which of these addresses are suppressed, and why',
  body: suppressionInput.pick({ addresses: true }),
  response: z.object({ items: z.array(z.object({ address: z.string(), suppressions: z.array(suppression) })) }),
})
export const removeSuppressions = endpoint({
  method: 'POST',
  path: '/consent/suppressions/removal',
  access: 'consent:manage',
  tag,
  summary: 'Take back suppressions that staff added; what a customer asked for stays',
  body: suppressionInput.pick({ addresses: true }),
  response: z.object({ count: z.int() }),
})
export const getContactConsents = endpoint({
  method: 'GET',
  path: '/contacts/{id}/consents',
  access: 'consent:read',
  tag,
  summary: 'Get what a contact agreed to, now or at a date, and its history',
  params: one,
  query: z.strictObject({ at: instant.optional() }),
  response: contactConsents,
})
export const recordConsent = endpoint({
  method: 'POST',
  path: '/contacts/{id}/consents',
  access: 'consent:write',
  tag,
  summary: 'Record what a contact said, with how',
  params: one,
  body: consentInput,
  response: contactConsents,
  status: 201,
})
export const requestConsent = endpoint({
  method: 'POST',
  path: '/contacts/{id}/consents/requests',
  access: 'consent:write',
  tag,
  summary: 'Ask a contact by mail to confirm (double opt-in)',
  params: one,
  body: requestInput,
  response: contactConsents,
  status: 201,
})
export const getPreferenceLink = endpoint({
  method: 'GET',
  path: '/contacts/{id}/preference-link',
  access: 'consent:write',
  tag,
  summary: 'Get a link to the preference centre of a contact',
  params: one,
  query: z.strictObject({ handleId: id.optional() }),
  response: z.object({ link: z.string(), address: z.string() }),
})
