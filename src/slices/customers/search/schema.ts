import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'

export const hitKinds = ['contact', 'company', 'order'] as const
export type HitKind = (typeof hitKinds)[number]

export const hit = z.object({ kind: z.enum(hitKinds), id, title: z.string(), subtitle: z.string().nullable() })
export type Hit = z.output<typeof hit>

export const searchGroup = z.object({ kind: z.enum(hitKinds), items: z.array(hit) })
export type SearchGroup = z.output<typeof searchGroup>

export const search = endpoint({
  method: 'GET',
  path: '/search',
  access: 'workspace',
  tag: 'search',
  summary:
    'Find contacts, companies and orders as you type: by name (with slips), e-mail, phone, handle, domain or number',
  query: z.strictObject({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(20).default(6) }),
  response: z.object({ groups: z.array(searchGroup) }),
})
