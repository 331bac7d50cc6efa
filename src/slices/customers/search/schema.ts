import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'

/** The name of a kind of record: contact, company, order … */
const kind = z.string()

export const hit = z.object({ kind, id, title: z.string(), subtitle: z.string().nullable() })
export type Hit = z.output<typeof hit>

export const searchGroup = z.object({ kind, items: z.array(hit) })
export type SearchGroup = z.output<typeof searchGroup>

const { get } = endpointsOf('search', 'workspace')

export const search = get(
  '/search',
  'Find records as you type: contacts, companies, orders … by name (with slips), e-mail, phone, handle, domain or number',
  {
    query: z.strictObject({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(20).default(6) }),
    response: z.object({ groups: z.array(searchGroup) }),
  },
)
