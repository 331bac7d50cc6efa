import type { Ctx } from '../../../../platform/context.ts'
import { listFields } from '../../fields/public.ts'

/** Names of the workspace's own fields by `fields.<key>`; asked for only when one of them is named. */
export async function readFieldLabels(ctx: Ctx, fields: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (!fields.some(field => field.startsWith('fields.'))) return new Map()
  const definitions = await listFields(ctx, 'contact')
  return new Map(definitions.map(field => [`fields.${field.key}`, field.label]))
}
