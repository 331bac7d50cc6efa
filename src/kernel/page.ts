import { z } from 'zod'

export interface Page<T> {
  items: T[]
  nextCursor: string | null
  /** Exact up to 10,000 rows, an estimate above; absent when not asked for. */
  total?: { count: number; isEstimate: boolean }
}

/**
 * Query of every list: `limit`, `cursor`, `sort` (`name`, `-createdAt`), `q`, `total` and any number of
 * `filter[field]=value` or `filter[field][operator]=value`.
 */
export const listQuery = z.looseObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
  sort: z.string().max(100).optional(),
  q: z.string().max(200).optional(),
  total: z.stringbool().optional(),
})
export type ListQuery = z.infer<typeof listQuery>

/** What the export of a list takes and gives. */
export function exported<Shape extends z.ZodRawShape>(query: z.ZodObject<Shape, z.core.$loose>) {
  return { query: query.extend({ format: z.enum(['csv', 'jsonl']).default('csv') }), produces: 'text/csv' }
}

export function page<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.object({ count: z.int(), isEstimate: z.boolean() }).optional(),
  })
}

/** The answer of a list that is short enough to be sent whole. */
export function itemsOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item) })
}
