import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { lineOf } from '../../../kernel/input.ts'
import { listQuery, page } from '../../../kernel/page.ts'

export const sourceKinds = ['web', 'app', 'server'] as const
export type SourceKind = (typeof sourceKinds)[number]
export const consentModes = ['always', 'after-consent'] as const
export type ConsentMode = (typeof consentModes)[number]

/** Largest event, and largest request, in bytes; as the clients keep to them. */
export const mostEventBytes = 32 * 1024
export const mostBatchBytes = 500 * 1024

const name = lineOf(80).min(1)
const origin = z
  .string()
  .trim()
  .max(300)
  .transform((text, context) => {
    const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
    if (URL.canParse(address) && new URL(address).host !== '') return new URL(address).origin
    context.addIssue('Use an address such as https://www.example.com.')
    return z.NEVER
  })

export const source = z.object({
  id,
  name: z.string(),
  /** Names the source in what it brings: the source of its contacts, handles and orders. Never changes. */
  slug: z.string(),
  kind: z.enum(sourceKinds),
  /** Stands in public pages; it may only add. */
  writeKey: z.string(),
  /** Sites that may send from a browser; any when empty. */
  allowedOrigins: z.array(z.string()),
  /** `after-consent`: an event identifies nobody unless it says that its visitor has consented. */
  consentMode: z.enum(consentModes),
  isEnabled: z.boolean(),
  isDemo: z.boolean(),
  createdAt: z.string(),
  /** When its last event came, among the newest of the workspace. */
  lastEventAt: z.string().nullable(),
})
export type Source = z.output<typeof source>

export const sourceInput = z.strictObject({
  name,
  kind: z.enum(sourceKinds).default('web'),
  allowedOrigins: z.array(origin).max(50).default([]),
  consentMode: z.enum(consentModes).default('always'),
})
export type SourceInput = z.output<typeof sourceInput>

export const sourcePatch = z.strictObject({
  name: name.optional(),
  allowedOrigins: z.array(origin).max(50).optional(),
  consentMode: z.enum(consentModes).optional(),
  isEnabled: z.boolean().optional(),
})
export type SourcePatch = z.output<typeof sourcePatch>

export const rejection = z.object({
  id,
  reason: z.string(),
  /** What was sent, cut to its first 2,000 characters. */
  body: z.string(),
  createdAt: z.string(),
})
export type Rejection = z.output<typeof rejection>

export const recentEvent = z.object({
  id,
  kind: z.string(),
  contactId: id.nullable(),
  contactName: z.string().nullable(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  data: z.record(z.string(), z.unknown()),
})
export type RecentEvent = z.output<typeof recentEvent>

const one = z.object({ id })
const tag = 'collect'
const read = { access: 'collect:read', tag } as const
const write = { access: 'collect:write', tag } as const

export const listSources = endpoint({
  ...read,
  method: 'GET',
  path: '/collect/sources',
  summary: 'List the sites, apps and servers that send events',
  response: z.object({ items: z.array(source) }),
})
export const getSource = endpoint({
  ...read,
  method: 'GET',
  path: '/collect/sources/{id}',
  summary: 'Get a source',
  params: one,
  response: source,
})
export const createSource = endpoint({
  ...write,
  method: 'POST',
  path: '/collect/sources',
  summary: 'Create a source and its write key',
  body: sourceInput,
  response: source,
  status: 201,
})
export const changeSource = endpoint({
  ...write,
  method: 'PATCH',
  path: '/collect/sources/{id}',
  summary: 'Change a source, or stop it taking events',
  params: one,
  body: sourcePatch,
  response: source,
})
export const deleteSource = endpoint({
  ...write,
  method: 'DELETE',
  path: '/collect/sources/{id}',
  summary: 'Delete a source; what it brought stays',
  params: one,
})
export const rotateKey = endpoint({
  ...write,
  method: 'PUT',
  path: '/collect/sources/{id}/key',
  summary: 'Give a source a new write key; the old one stops working at once',
  params: one,
  response: source,
})
export const listRejections = endpoint({
  ...read,
  method: 'GET',
  path: '/collect/sources/{id}/rejections',
  summary: 'List the newest events that could not be understood, with the reason',
  params: one,
  query: listQuery,
  response: page(rejection),
})
export const listRecent = endpoint({
  ...read,
  method: 'GET',
  path: '/collect/sources/{id}/recent',
  summary: 'The last 100 events of a source, among the newest 5,000 of the workspace',
  params: one,
  response: z.object({ items: z.array(recentEvent) }),
})
