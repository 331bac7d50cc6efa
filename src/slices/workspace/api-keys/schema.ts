import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { lineOf } from '../../../kernel/input.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { itemsOf } from '../../../kernel/page.ts'
import { instant } from '../../../kernel/time.ts'

const words = defineMessages('api-keys.schema', {
  permissions: 'Use permissions such as contacts:read.',
  none: 'Choose at least one permission.',
})

export const apiKey = z.object({
  id,
  name: z.string(),
  /** The first characters, to recognise the key by. */
  prefix: z.string(),
  /** Permissions the key was given; it never may more than its maker may now. */
  scopes: z.array(z.string()),
  createdBy: id,
  createdByName: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  /** Exact to the minute. */
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})
export type ApiKey = z.output<typeof apiKey>

export const apiKeyInput = z.strictObject({
  name: lineOf(80).min(1),
  scopes: z
    .array(z.string().regex(/^[a-z-]+:[a-z-]+$/, refusal(words, 'permissions')))
    .min(1, refusal(words, 'none'))
    .max(200),
  /** Absent or null: until it is revoked. */
  expiresAt: instant.nullish(),
})
export type ApiKeyInput = z.output<typeof apiKeyInput>

const { get, create, remove } = endpointsOf('api-keys', 'api-keys:manage')

export const listApiKeys = get('/api-keys', 'List API keys', { response: itemsOf(apiKey) })
export const createApiKey = create('/api-keys', 'Create an API key; the answer is the only time it is shown', {
  holdsSecret: true,
  body: apiKeyInput,
  response: apiKey.extend({ key: z.string() }),
})
export const revokeApiKey = remove('/api-keys/{id}', 'Revoke an API key')
