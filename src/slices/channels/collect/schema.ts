import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { lineOf, patchOf } from '../../../kernel/input.ts'
import { defineText, stored } from '../../../kernel/messages.ts'
import { itemsOf, listQuery, page } from '../../../kernel/page.ts'

export const sourceKinds = ['web', 'app', 'server'] as const
export type SourceKind = (typeof sourceKinds)[number]
export const consentModes = ['always', 'after-consent'] as const

/** Largest event, and largest request, in bytes; as the clients keep to them. */
export const mostEventBytes = 32 * 1024
export const mostBatchBytes = 500 * 1024

const noOrigin = defineText('collect.schema.origin', 'Use an address such as https://www.example.com.')

const origin = z
  .string()
  .trim()
  .max(300)
  .transform((text, context) => {
    const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
    if (URL.canParse(address) && new URL(address).host !== '') return new URL(address).origin
    context.addIssue(stored(noOrigin))
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
  name: lineOf(80).min(1),
  kind: z.enum(sourceKinds).default('web'),
  allowedOrigins: z.array(origin).max(50).default([]),
  consentMode: z.enum(consentModes).default('always'),
})
export type SourceInput = z.output<typeof sourceInput>

export const sourcePatch = patchOf(sourceInput.omit({ kind: true })).extend({ isEnabled: z.boolean().optional() })
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

const { get, create, patch, remove, put } = endpointsOf('collect', { read: 'collect:read', write: 'collect:write' })

export const listSources = get('/collect/sources', 'List the sites, apps and servers that send events', {
  response: itemsOf(source),
})
export const getSource = get('/collect/sources/{id}', 'Get a source', { response: source })
export const createSource = create('/collect/sources', 'Create a source and its write key', {
  body: sourceInput,
  response: source,
})
export const changeSource = patch('/collect/sources/{id}', 'Change a source, or stop it taking events', {
  body: sourcePatch,
  response: source,
})
export const deleteSource = remove('/collect/sources/{id}', 'Delete a source; what it brought stays')
export const rotateKey = put(
  '/collect/sources/{id}/key',
  'Give a source a new write key; the old one stops working at once',
  { response: source },
)
export const listRejections = get(
  '/collect/sources/{id}/rejections',
  'List the newest events that could not be understood, with the reason',
  { query: listQuery, response: page(rejection) },
)
export const listRecent = get(
  '/collect/sources/{id}/recent',
  'The last 100 events of a source, among the newest 5,000 of the workspace',
  { response: itemsOf(recentEvent) },
)
