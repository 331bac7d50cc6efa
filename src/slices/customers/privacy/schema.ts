import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { emailAddress } from '../../../kernel/input.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { itemsOf, listQuery, page } from '../../../kernel/page.ts'
import { trimmed } from '../../../kernel/text.ts'
import { day, instant } from '../../../kernel/time.ts'
import { requestKinds, requestStatuses, stepNames } from './request.ts'

const words = defineMessages('privacy.schema', {
  proofWords: 'Write a few words: they are the proof of what was done.',
  sayWhy: 'Say why, in a few words.',
})

export { requestKinds, type RequestKind } from './request.ts'

const text = (length: number) => z.string().overwrite(trimmed).max(length)
const optionalText = (length: number) => text(length).nullish()

export const requestInput = z.strictObject({
  kind: z.enum(requestKinds),
  contactId: id.nullish(),
  /** Who asks, as they call themselves; the contact's name when left out. */
  askedBy: optionalText(200),
  /** Where the answer goes; the contact's own address when left out. */
  email: emailAddress.nullish(),
  /** How it was made sure that they are who they say; a request with it is identified at once. */
  identityCheck: optionalText(500),
  receivedAt: instant.optional(),
  assigneeId: id.nullish(),
  note: optionalText(5000),
})
export type RequestInput = z.output<typeof requestInput>

export const requestPatch = requestInput
  .pick({ contactId: true, email: true, assigneeId: true, note: true })
  .extend({ askedBy: text(200).min(1).optional() })
export type RequestPatch = z.output<typeof requestPatch>

export const stepInput = z.strictObject({
  name: z.enum(stepNames),
  /** How identity was checked, why the deadline is extended, what was answered, or the note itself. */
  text: text(2000).min(1, refusal(words, 'proofWords')),
})

const impact = z.object({
  deleted: z.int().optional(),
  redacted: z.int().optional(),
  kept: z.int().optional(),
  /** `accounting`, `counts` or `proof`: why something stays. */
  why: z.string().optional(),
})
export type ImpactCount = z.output<typeof impact> & { name: string }
export const impactRow = impact.extend({ name: z.string(), label: z.string() })
export type ImpactRow = z.output<typeof impactRow>

export const exportState = z.object({
  status: z.enum(['running', 'done', 'failed', 'expired']),
  done: z.int(),
  total: z.int(),
  size: z.int().optional(),
  sha256: z.string().optional(),
  /** Rows by what they are of. */
  counts: z.record(z.string(), z.int()).optional(),
  madeAt: z.string().optional(),
  expiresAt: z.string().optional(),
})
export type ExportState = z.output<typeof exportState>

export const erasure = z.object({
  id,
  contactId: id,
  status: z.enum(['waiting', 'running', 'done']),
  step: z.string().nullable(),
  counts: z.array(impactRow),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type Erasure = z.output<typeof erasure>

export const privacyRequestRow = z.object({
  id,
  kind: z.enum(requestKinds),
  status: z.enum(requestStatuses),
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  askedBy: z.string(),
  email: z.string().nullable(),
  assigneeId: id.nullable(),
  receivedAt: z.string(),
  dueAt: z.string(),
  isOverdue: z.boolean(),
  extendedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
})
export type PrivacyRequestRow = z.output<typeof privacyRequestRow>

export const step = z.object({
  position: z.int(),
  name: z.string(),
  detail: z.record(z.string(), z.unknown()),
  memberId: id.nullable(),
  at: z.string(),
})
export type Step = z.output<typeof step>

export const privacyRequest = privacyRequestRow.extend({
  identityCheck: z.string().nullable(),
  note: z.string().nullable(),
  steps: z.array(step),
  possibleSteps: z.array(z.enum(stepNames)),
  export: exportState.nullable(),
  erasure: erasure.nullable(),
})
export type PrivacyRequest = z.output<typeof privacyRequest>

export const legalHold = z.object({
  contactId: id,
  reason: z.string(),
  until: z.string().nullable(),
  memberId: id.nullable(),
  createdAt: z.string(),
})
export type LegalHold = z.output<typeof legalHold>
export const legalHoldRow = legalHold.extend({ contactName: z.string() })
export type LegalHoldRow = z.output<typeof legalHoldRow>

export const retentionRule = z.object({
  kind: z.string(),
  label: z.string(),
  detail: z.string(),
  days: z.int(),
  isEnabled: z.boolean(),
  /** How many would go if the rule ran now; at most 10,001 are counted. */
  count: z.int(),
})
export type RetentionRule = z.output<typeof retentionRule>

export const retentionRun = z.object({
  id,
  counts: z.record(z.string(), z.int()),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type RetentionRun = z.output<typeof retentionRun>

const { get, create, patch, post, put, remove } = endpointsOf('privacy', {
  read: 'privacy:read',
  write: 'privacy:write',
})

export const listRequests = get(
  '/privacy/requests',
  'List requests about personal data; sort by dueAt or receivedAt, filter by status, kind, contactId and assigneeId',
  { query: listQuery, response: page(privacyRequestRow) },
)
export const createRequest = create('/privacy/requests', 'Note a request about personal data', {
  body: requestInput,
  response: privacyRequest,
})
export const getRequest = get('/privacy/requests/{id}', 'Get a request with its steps and proof', {
  response: privacyRequest,
})
export const changeRequest = patch(
  '/privacy/requests/{id}',
  'Change who a request is about, who works on it, or its note',
  { body: requestPatch, response: privacyRequest },
)
export const listSteps = get('/privacy/requests/{id}/steps', 'List the steps of a request, oldest first', {
  response: itemsOf(step),
})
export const addStep = post(
  '/privacy/requests/{id}/steps',
  'Take a step: identity checked, deadline extended, completed, refused, withdrawn, reopened, or a note',
  { body: stepInput, response: privacyRequest },
)
export const startExport = post('/privacy/requests/{id}/export', 'Gather everything about the person in one file', {
  response: privacyRequest,
  status: 202,
})
export const downloadExport = get('/privacy/requests/{id}/export', 'Download the file as ZIP', {
  access: 'privacy:write',
  produces: 'application/zip',
})
export const sendExport = post(
  '/privacy/requests/{id}/handover',
  'Make a link to the file for the person, good for 14 days, and mail it if asked to',
  {
    body: z.strictObject({ isMailed: z.boolean() }),
    response: z.object({ url: z.string(), expiresAt: z.string(), mailedTo: z.string().nullable() }),
    holdsSecret: true,
  },
)

export const previewErasure = get(
  '/contacts/{id}/erasure/preview',
  'What an erasure of the contact would delete, redact and keep, and why',
  {
    response: z.object({
      name: z.string(),
      /** The contact and all merged into it. */
      contacts: z.int(),
      hold: legalHold.nullable(),
      items: z.array(impactRow),
    }),
  },
)
export const getErasure = get('/contacts/{id}/erasure', 'How far the erasure of a contact is, if there is one', {
  response: z.object({ erasure: erasure.nullable() }),
})
export const eraseContact = put('/contacts/{id}/erasure', 'Erase a contact for good', {
  body: z.strictObject({
    /** The contact's name, typed: nothing brings an erased person back. */
    confirmation: z.string().max(400),
    requestId: id.nullish(),
  }),
  response: erasure,
  status: 202,
})

export const getLegalHold = get('/contacts/{id}/legal-hold', 'Get the legal hold of a contact', {
  response: z.object({ hold: legalHold.nullable() }),
})
export const holdContact = put(
  '/contacts/{id}/legal-hold',
  'Keep a contact from being erased, by people and by retention',
  {
    body: z.strictObject({ reason: text(1000).min(3, refusal(words, 'sayWhy')), until: day.nullish() }),
    response: legalHold,
  },
)
export const endLegalHold = remove('/contacts/{id}/legal-hold', 'End the legal hold of a contact')
export const listLegalHolds = get('/privacy/legal-holds', 'List contacts under legal hold, newest first', {
  query: listQuery,
  response: page(legalHoldRow.extend({ id })),
})

export const listRetention = get(
  '/privacy/retention',
  'How long data of each kind is kept, and how much would go if the rule ran now',
  { response: itemsOf(retentionRule) },
)
export const mostDays = 36_500
export const changeRetention = put(
  '/privacy/retention',
  'Change how long data is kept; kinds that are left out stay as they are',
  {
    body: z.strictObject({
      items: z
        .array(z.strictObject({ kind: z.string().max(40), days: z.int().min(1).max(mostDays), isEnabled: z.boolean() }))
        .min(1)
        .max(20),
    }),
    response: itemsOf(retentionRule),
  },
)
export const listRetentionRuns = get(
  '/privacy/retention/runs',
  'List runs of retention with what they took away, newest first',
  { query: listQuery, response: page(retentionRun) },
)
export const runRetention = post('/privacy/retention/runs', 'Run the rules that are switched on now', {
  response: retentionRun,
  status: 202,
})
