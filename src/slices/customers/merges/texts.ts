import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import type { Values } from '../contacts/public.ts'
import { memberName } from '../../workspace/members/public.ts'
import { teamName } from '../../workspace/teams/public.ts'
import { companyName } from '../companies/public.ts'
import { listFields } from '../fields/public.ts'
import { tagName } from '../tags/public.ts'

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
  const ids = ['companyId', 'ownerId', 'teamId', 'tagIds'].flatMap(of)
  const nameOf = [companyName, memberName, teamName, tagName].map(name => name('u.id'))
  const { rows } = await sql<{ id: string; name: string }>`
    select u.id, coalesce(${sql.join(nameOf)}) as name
    from (select ${workspaceId}::uuid as workspace_id, unnest(${ids}::uuid[]) as id) u`.execute(ctx.db)
  const fields = await listFields(ctx, 'contact')
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
