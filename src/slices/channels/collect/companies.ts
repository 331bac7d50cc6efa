import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { columnsFor, emptyOf } from '../../../kernel/record/record.ts'
import { clip, sortKey } from '../../../kernel/text.ts'
import type { Ctx } from '../../../platform/context.ts'
import { record } from '../../../platform/events/record.ts'
import { sortNameOf } from '../../../platform/record/given-name.ts'
import { keyOf, sourceKey } from '../../../platform/record/uniques.ts'
import { companyEvents } from '../../customers/companies/events.ts'
import {
  companySearchText,
  findCompaniesCalled,
  findCompaniesKnown,
  insertCompanies,
  noCompanyName,
  normalizeDomain,
  type NewCompany,
  nameUnnamed,
} from '../../customers/companies/public.ts'
import { companyRecord } from '../../customers/companies/record.ts'
import type { ToldCompany } from './person.ts'

interface Wanted extends Omit<ToldCompany, 'traits'> {
  source: string
  traits: Record<string, unknown>
  at: Date
}

/** The company that each of `given` names: by its id in the source, its domain or its name; made where there is none. */
export async function findOrMakeCompanies(
  ctx: Ctx,
  given: readonly { company: ToldCompany; source: string; at: Date }[],
): Promise<string[]> {
  if (given.length === 0) return []
  const wanted = given.map(({ company, source, at }): Wanted => ({
    ...company,
    domain: domainOf(company.domain),
    source,
    at,
  }))
  const names = wanted.flatMap(({ sourceId, name }) => (sourceId === null && name !== null ? sortKey(name) : []))
  const named = await findCompaniesCalled(ctx, names)
  const held = await findCompaniesKnown(ctx, wanted)
  const fresh: NewCompany[] = []
  // A name alone finds nobody whom an id or a domain names already; those are looked at first.
  const ids = new Array<string>(wanted.length)
  const order = wanted
    .map((_, at) => at)
    .sort((a, b) => Number(!wanted[a]!.sourceId) - Number(!wanted[b]!.sourceId) || a - b)
  for (const at of order) {
    const one = wanted[at]!
    const bySource = one.sourceId === null ? null : sourceKey(one.source, one.sourceId)
    const byDomain = one.domain && keyOf('domain', one.domain)
    const sortName = one.name === null ? null : sortKey(one.name)
    const known =
      (bySource && held.get(bySource)) ??
      (byDomain && held.get(byDomain)) ??
      (bySource === null && sortName ? named.get(sortName) : undefined)
    const id = known || newId()
    if (!known) fresh.push(companyOf(one, id))
    if (bySource) held.set(bySource, id)
    if (byDomain && !held.has(byDomain)) held.set(byDomain, id)
    if (sortName && !named.has(sortName)) named.set(sortName, id)
    ids[at] = id
  }
  await insertCompanies(ctx, fresh, ctx.now())
  await record(
    ctx,
    fresh.map(company => companyEvents.created(company, { name: company.name, source: company.source })),
  )
  await renameByGroups(
    ctx,
    wanted.map((one, at) => ({ id: ids[at]!, one })),
  )
  return ids
}

function companyOf({ name, domain, source, sourceId, traits }: Wanted, id: string): NewCompany {
  const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? clip(value.trim(), 200) : null)
  const employees = Number(traits['employees'])
  const company = {
    ...emptyOf(columnsFor(companyRecord.columns, 'written')),
    tagIds: [],
    fields: {},
    id,
    name: name ?? domain ?? sourceId ?? noCompanyName,
    domain,
    industry: text(traits['industry']),
    employees: Number.isInteger(employees) && employees > 0 && employees < 2 ** 31 ? employees : null,
    phone: text(traits['phone']),
    website: text(traits['website']),
    source: sourceId === null ? null : source,
    sourceId,
  }
  return { ...company, sortName: sortNameOf(company.name), searchText: companySearchText(company) }
}

/** A group that was first seen without a name is called by its id until it has one. */
async function renameByGroups(ctx: Ctx, given: { id: string; one: Wanted }[]): Promise<void> {
  const names = [
    ...new Map(given.flatMap(({ id, one }) => (one.name && one.sourceId ? [[id, one] as const] : []))).entries(),
  ]
  if (names.length === 0) return
  const rows = names.map(([id, { name, sourceId, domain }]) => ({
    id,
    sourceId,
    name,
    sortName: sortKey(name!),
    searchText: companySearchText({ name: name!, domain, phone: null }),
  }))
  await nameUnnamed(ctx, rows, ctx.now())
}

function domainOf(given: string | null): string | null {
  try {
    return normalizeDomain(given)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
