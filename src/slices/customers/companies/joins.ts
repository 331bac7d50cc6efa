import { sql, type RawBuilder } from 'kysely'
import { unsaved } from '../../../kernel/errors.ts'
import { defineText } from '../../../kernel/messages.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tenant } from '../../../platform/db/database.ts'
import { joinById, nameById } from '../../../platform/db/join.ts'
import { againstBin } from '../../../platform/record/bin.ts'
import { isVisible } from '../../../platform/list/visible.ts'
import { findHolders, uniqueKeys } from '../../../platform/record/uniques.ts'
import { companyRecord } from './record.ts'

const noCompany = defineText('companies.joins.noCompany', 'There is no such company.')

/** Joins as `as` the company whose id is in the column `of`. */
export function joinCompany(of: string, as = 'co'): RawBuilder<unknown> {
  return joinById('companies', of, as)
}

/** The name of the company whose id is in the column `of`. */
export function companyName(of: string): RawBuilder<string | null> {
  return nameById('companies', of)
}

/** Whether the company whose id is in the column `of` is there, not in the bin, and the actor's to see. */
export function seesCompany(ctx: Pick<Ctx, 'actor' | 'workspaceId'>, of: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select from companies k
    where k.workspace_id = ${ctx.workspaceId} and k.id = ${sql.ref(of)} and k.deleted_at is null and ${isVisible(ctx, 'k')})`
}

/** Those of these companies that are there, not in the bin, and the actor's to see; in a transaction they stay there. */
export async function findCompanies(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select co.id, co.name from companies co where co.workspace_id = ${ctx.workspaceId}
      and co.id = any(${ids}::uuid[]) and co.deleted_at is null and ${isVisible(ctx, 'co')}
    order by co.id ${againstBin(ctx, 'co')}`.execute(ctx.db)
  return rows
}

/** Throws `unprocessable`, with the field at fault, unless each of these companies is one that `findCompanies` finds. */
export async function requireCompanies(ctx: Ctx, given: string[], path: string): Promise<void> {
  const ids = [...new Set(given)]
  if (ids.length === 0) return
  const found = await findCompanies(ctx, ids)
  if (found.length < ids.length) throw unsaved('unprocessable', path, noCompany)
}

/** The company `co` with this id, in the bin or not, if the actor may see it. */
export function visibleCompany(ctx: Ctx, id: string | RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`companies co where co.workspace_id = ${ctx.workspaceId} and co.id = ${id} and ${isVisible(ctx, 'co')}`
}

/** Ids of the companies that the actor may find, `isFound` of the company `n`; the first `most`. */
export function idsOfFoundCompanies(ctx: Ctx, isFound: RawBuilder<unknown>, most: number): RawBuilder<string> {
  return sql`select n.id from companies n
    where n.workspace_id = ${ctx.workspaceId} and n.deleted_at is null and ${isVisible(ctx, 'n')} and ${isFound} limit ${most}`
}

/** The companies that have what these are known by, a domain or an id where they come from, by that. */
export async function findCompaniesKnown(tenant: Tenant, known: readonly object[]): Promise<Map<string, string>> {
  const keys = known.flatMap(one => uniqueKeys(companyRecord, one))
  return new Map((await findHolders(tenant, companyRecord, keys)).map(({ key, id }) => [key, id]))
}

/** The companies that are called so, by the key that names are sorted by; of several alike, one. */
export async function findCompaniesCalled(
  { db, workspaceId }: Tenant,
  sortNames: readonly string[],
): Promise<Map<string, string>> {
  if (sortNames.length === 0) return new Map()
  const { rows } = await sql<{ sortName: string; id: string }>`
    select c.sort_name, min(c.id::text) as id from companies c
    where c.workspace_id = ${workspaceId} and c.deleted_at is null and c.sort_name = any(${sortNames}::text[])
    group by 1`.execute(db)
  return new Map(rows.map(row => [row.sortName, row.id]))
}
