import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { listQuery, page } from '../../../kernel/page.ts'
import { day, instant } from '../../../kernel/time.ts'
import { requestKinds, requestStatuses, stepNames } from './request.ts'
import { retentionKinds } from './retention.ts'

const words = defineMessages('privacy.schema', {
  proofWords: 'Write a few words: they are the proof of what was done.',
  sayWhy: 'Say why, in a few words.',
})

const text = (length: number) => z.string().trim().max(length)
const optionalText = (length: number) => text(length).nullish()

export const requestInput = z.strictObject({
  kind: z.enum(requestKinds),
  contactId: id.nullish(),
  /** Who asks, as they call themselves; the contact's name when left out. */
  askedBy: optionalText(200),
  /** Where the answer goes; the contact's own address when left out. */
  email: z.email('Use an address such as marta@example.com.').max(320).nullish(),
  /** How it was made sure that they are who they say; a request with it is identified at once. */
  identityCheck: optionalText(500),
  receivedAt: instant.optional(),
  assigneeId: id.nullish(),
  note: optionalText(5000),
})
export type RequestInput = z.output<typeof requestInput>

export const requestPatch = z.strictObject({
  contactId: id.nullish(),
  askedBy: text(200).min(1).optional(),
  email: z.email('Use an address such as marta@example.com.').max(320).nullish(),
  assigneeId: id.nullish(),
  note: optionalText(5000),
})
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
  kind: z.enum(retentionKinds),
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

const one = z.object({ id })
const tag = 'privacy'
const read = { access: 'privacy:read', tag } as const
const write = { access: 'privacy:write', tag } as const

export const listRequests = endpoint({
  ...read,
  method: 'GET',
  path: '/privacy/requests',
  summary:
    'List requests about personal data; sort by dueAt or receivedAt, filter by status, kind, contactId and assigneeId',
  query: listQuery,
  response: page(privacyRequestRow),
})
export const createRequest = endpoint({
  ...write,
  method: 'POST',
  path: '/privacy/requests',
  summary: 'Note a request about personal data',
  body: requestInput,
  response: privacyRequest,
  status: 201,
})
export const getRequest = endpoint({
  ...read,
  method: 'GET',
  path: '/privacy/requests/{id}',
  summary: 'Get a request with its steps and proof',
  params: one,
  response: privacyRequest,
})
export const changeRequest = endpoint({
  ...write,
  method: 'PATCH',
  path: '/privacy/requests/{id}',
  summary: 'Change who a request is about, who works on it, or its note',
  params: one,
  body: requestPatch,
  response: privacyRequest,
})
export const listSteps = endpoint({
  ...read,
  method: 'GET',
  path: '/privacy/requests/{id}/steps',
  summary: 'List the steps of a request, oldest first',
  params: one,
  response: z.object({ items: z.array(step) }),
})
export const addStep = endpoint({
  ...write,
  method: 'POST',
  path: '/privacy/requests/{id}/steps',
  summary: 'Take a step: identity checked, deadline extended, completed, refused, withdrawn, reopened, or a note',
  params: one,
  body: stepInput,
  response: privacyRequest,
})
export const startExport = endpoint({
  ...write,
  method: 'POST',
  path: '/privacy/requests/{id}/export',
  summary: 'Gather everything about the person in one file',
  params: one,
  response: privacyRequest,
  status: 202,
})
export const downloadExport = endpoint({
  ...write,
  method: 'GET',
  path: '/privacy/requests/{id}/export',
  summary: 'Download the file as ZIP',
  params: one,
  produces: 'application/zip',
})
export const sendExport = endpoint({
  ...write,
  method: 'POST',
  path: '/privacy/requests/{id}/handover',
  summary: 'Make a link to the file for the person, good for 14 days, and mail it if asked to',
  params: one,
  body: z.strictObject({ isMailed: z.boolean() }),
  response: z.object({ url: z.string(), expiresAt: z.string(), mailedTo: z.string().nullable() }),
  holdsSecret: true,
})

export const previewErasure = endpoint({
  ...read,
  method: 'GET',
  path: '/contacts/{id}/erasure/preview',
  summary: 'What an erasure of the contact would delete, redact and keep, and why',
  params: one,
  response: z.object({
    name: z.string(),
    /** The contact and all merged into it. */
    contacts: z.int(),
    hold: legalHold.nullable(),
    items: z.array(impactRow),
  }),
})
export const getErasure = endpoint({
  ...read,
  method: 'GET',
  path: '/contacts/{id}/erasure',
  summary: 'How far the erasure of a contact is',
  params: one,
  response: erasure,
})
export const eraseContact = endpoint({
  ...write,
  method: 'PUT',
  path: '/contacts/{id}/erasure',
  summary: 'Erase a contact for good',
  params: one,
  body: z.strictObject({
    /** The contact's name, typed: nothing brings an erased person back. */
    confirmation: z.string().max(400),
    requestId: id.nullish(),
  }),
  response: erasure,
  status: 202,
})

export const getLegalHold = endpoint({
  ...read,
  method: 'GET',
  path: '/contacts/{id}/legal-hold',
  summary: 'Get the legal hold of a contact',
  params: one,
  response: z.object({ hold: legalHold.nullable() }),
})
export const holdContact = endpoint({
  ...write,
  method: 'PUT',
  path: '/contacts/{id}/legal-hold',
  summary: 'Keep a contact from being erased, by people and by retention',
  params: one,
  body: z.strictObject({ reason: text(1000).min(3, refusal(words, 'sayWhy')), until: day.nullish() }),
  response: legalHold,
})
export const endLegalHold = endpoint({
  ...write,
  method: 'DELETE',
  path: '/contacts/{id}/legal-hold',
  summary: 'End the legal hold of a contact',
  params: one,
})
export const listLegalHolds = endpoint({
  ...read,
  method: 'GET',
  path: '/privacy/legal-holds',
  summary: 'List contacts under legal hold, newest first',
  query: listQuery,
  response: page(legalHoldRow.extend({ id })),
})

export const listRetention = endpoint({
  ...read,
  method: 'GET',
  path: '/privacy/retention',
  summary: 'How long data of each kind is kept, and how much would go if the rule ran now',
  response: z.object({ items: z.array(retentionRule) }),
})
export const changeRetention = endpoint({
  ...write,
  method: 'PUT',
  path: '/privacy/retention',
  summary: 'Change how long data is kept; kinds that are left out stay as they are',
  body: z.strictObject({
    items: z
      .array(z.strictObject({ kind: z.enum(retentionKinds), days: z.int().min(1).max(36_500), isEnabled: z.boolean() }))
      .min(1)
      .max(20),
  }),
  response: z.object({ items: z.array(retentionRule) }),
})
export const listRetentionRuns = endpoint({
  ...read,
  method: 'GET',
  path: '/privacy/retention/runs',
  summary: 'List runs of retention with what they took away, newest first',
  query: listQuery,
  response: page(retentionRun),
})
export const runRetention = endpoint({
  ...write,
  method: 'POST',
  path: '/privacy/retention/runs',
  summary: 'Run the rules that are switched on now',
  response: retentionRun,
  status: 202,
})
