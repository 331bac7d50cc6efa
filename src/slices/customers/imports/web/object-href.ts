import type { ImportObject } from '../schema.ts'

/** The list that shows what an import brought, as far as there is one. */
export function objectHref(object: ImportObject, importId: string): string | undefined {
  return object === 'notes' ? undefined : `/${object}?filter[importId]=${importId}`
}
