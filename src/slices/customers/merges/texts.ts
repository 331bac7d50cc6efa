import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import type { Values } from '../contacts/public.ts'
import { listFields } from '../fields/public.ts'

/** What ids and keys are called. */
export interface Texts {
  names: ReadonlyMap<string, string>
  /** Of custom fields. */
  labels: ReadonlyMap<string, string>
}

/** The names of all that these values refer to. */
export async function readTexts(ctx: Ctx, all: readonly Values[]): Promise<Texts> {
  const of = (key: string) => all.flatMap(values => (values[key] as string | string[] | null) ?? [])
  const { workspaceId } = ctx
  const { rows } = await sql<{ id: string; name: string }>`
    select co.id, co.name from companies co where co.workspace_id = ${workspaceId} and co.id = any(${of('companyId')}::uuid[])
    union all
    select m.id, m.name from members m where m.workspace_id = ${workspaceId} and m.id = any(${of('ownerId')}::uuid[])
    union all
    select t.id, t.name from teams t where t.workspace_id = ${workspaceId} and t.id = any(${of('teamId')}::uuid[])
    union all
    select g.id, g.name from tags g where g.workspace_id = ${workspaceId} and g.id = any(${of('tagIds')}::uuid[])`.execute(
    ctx.db,
  )
  const fields = await listFields(ctx.db, workspaceId, 'contact')
  return {
    names: new Map(rows.map(row => [row.id, row.name])),
    labels: new Map(fields.map(field => [`fields.${field.key}`, field.label])),
  }
}

/** A value as people read it. */
export function textOf(key: string, value: unknown, { names }: Texts): string {
  if (key === 'name') return (value as { name: string }).name
  if (key === 'address') {
    const { street, city, region, postalCode, country } = value as Record<string, string | null>
    const town = [postalCode, city].filter(Boolean).join(' ')
    return [street, town, region, country].filter(Boolean).join(', ')
  }
  if (Array.isArray(value)) return value.map(part => names.get(String(part)) ?? String(part)).join(', ')
  if (typeof value === 'object') return JSON.stringify(value)
  return names.get(String(value)) ?? String(value)
}
