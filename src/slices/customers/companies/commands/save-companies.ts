import { invalidField, notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { columnsFor, storedOf } from '../../../../kernel/record/record.ts'
import { fold } from '../../../../kernel/text.ts'
import { within, type Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { mayTouch } from '../../../../platform/list/visible.ts'
import { failed, onlySaved } from '../../../../platform/record/saving.ts'
import { listFields, mergeFields, requireReferences } from '../../fields/public.ts'
import type { Field } from '../../fields/schema.ts'
import { requireTags } from '../../tags/public.ts'
import { normalizeDomain, normalizePhone, searchText } from '../company.ts'
import { companyEvents } from '../events.ts'
import type { CompanyInput, RowResult } from '../schema.ts'
import { companyRecord, type NewCompany } from '../record.ts'
import { findCompanyHolders, insertCompanies, lockParents, type Holder } from '../store.ts'
import { changeCompany } from './change-company.ts'
import { takenBy } from './lock-visible.ts'
import { requireParent } from './require-parent.ts'

const words = defineMessages('companies.save-companies', {
  nameless: 'Give the company a name.',
  noCompany: 'There is no such company, or you may not see it.',
})

const written = columnsFor(companyRecord.columns, 'written')

/** Creates a company. A domain or source id that another one has already is a conflict that names it. */
export async function createCompany(ctx: Ctx, input: CompanyInput): Promise<string> {
  return onlySaved(await saveCompanies(ctx, [input])).id
}

type Item = Partial<CompanyInput> & { id?: string; addTagIds?: string[]; removeTagIds?: string[]; version?: number }

/** Creates or changes companies, each on its own: a refused row says why and the others are kept. */
export async function saveCompanies(ctx: Ctx, items: Item[]): Promise<RowResult[]> {
  return inTransaction(ctx.db, async tx => {
    if (items.some(item => item.parentId)) await lockParents(tx, ctx.workspaceId)
    const fields = items.some(item => item.fields) ? await listFields(tx, ctx.workspaceId, 'company') : []
    await requireKnown(tx, ctx, items, fields)
    const results = new Array<RowResult>(items.length)
    const fresh: { index: number; company: NewCompany }[] = []
    for (const [index, item] of items.entries()) {
      try {
        if (item.id === undefined) fresh.push({ index, company: prepare(ctx, item, fields) })
        else {
          const { id, source: _, sourceId: __, ...patch } = item
          await changeCompany(within(ctx, tx), id, patch)
          results[index] = { status: 'updated', id, error: null }
        }
      } catch (error) {
        results[index] = failed(ctx, error)
      }
    }
    const accepted = await refuseTaken(tx, ctx, fresh, results)
    await insertCompanies(
      tx,
      ctx.workspaceId,
      accepted.map(({ company }) => company),
      ctx.now(),
    )
    await record(
      tx,
      ctx,
      accepted.map(({ company }) => companyEvents.created(company, { name: company.name, source: company.source })),
    )
    for (const { index, company } of accepted) results[index] = { status: 'created', id: company.id, error: null }
    return results
  })
}

function prepare(ctx: Ctx, input: Item, definitions: Field[]): NewCompany {
  if (!input.name) throw invalidField('name', say(words, 'nameless'))
  const domain = normalizeDomain(input.domain)
  const phone = normalizePhone(input.phone, ctx.workspace.country)
  return {
    id: newId(),
    name: input.name,
    sortName: fold(input.name),
    searchText: searchText({ name: input.name, domain, phone }),
    domain,
    phone,
    ...storedOf(written, input),
    ownerId: input.ownerId === undefined ? ctx.actor.memberId : input.ownerId,
    tagIds: [...new Set(input.tagIds ?? [])],
    fields: input.fields ? mergeFields(definitions, {}, input.fields) : {},
    source: input.source || (ctx.actor.kind === 'api-key' ? 'api' : 'manual'),
    sourceId: input.sourceId || null,
  }
}

/** What an id stands for is not checked row by row: one of another workspace, or one not the actor's, refuses the whole call. */
async function requireKnown(tx: Db, ctx: Ctx, items: Item[], fields: Field[]): Promise<void> {
  await requireTags(
    tx,
    ctx.workspaceId,
    items.flatMap(item => [...(item.tagIds ?? []), ...(item.addTagIds ?? [])]),
  )
  await requireReferences(
    tx,
    ctx,
    fields,
    items.map(item => item.fields),
  )
  for (const parentId of new Set(items.flatMap(item => item.parentId ?? [])))
    await requireParent(tx, ctx, parentId, null)
  const ids = [...new Set(items.flatMap(item => item.id ?? []))]
  if (ids.length === 0) return
  const found = await tx
    .selectFrom('companies')
    .select(['id', 'ownerId', 'teamId'])
    .where('workspaceId', '=', ctx.workspaceId)
    .where('id', 'in', ids)
    .execute()
  if (found.length < ids.length || !found.every(company => mayTouch(ctx, company)))
    throw notFound(say(words, 'noCompany'))
}

async function refuseTaken<T extends { index: number; company: NewCompany }>(
  tx: Db,
  ctx: Ctx,
  fresh: T[],
  results: RowResult[],
): Promise<T[]> {
  const taken = new Map<string, Pick<Holder, 'id' | 'name' | 'ownerId' | 'teamId'>>()
  for (const holder of await findCompanyHolders(
    tx,
    ctx.workspaceId,
    fresh.map(row => row.company),
  ))
    for (const key of keysOf(holder)) taken.set(key, holder)
  return fresh.filter(({ index, company }) => {
    const keys = keysOf(company)
    const clash = keys.find(key => taken.has(key))
    if (clash) results[index] = failed(ctx, takenBy(ctx, clash, taken.get(clash)!))
    else {
      const other = { id: company.id, name: 'another row of this call', ownerId: ctx.actor.memberId, teamId: null }
      for (const key of keys) taken.set(key, other)
    }
    return !clash
  })
}

/** The domain, and the source with its id as in `hubspot:1051`: what only one company may have. */
function keysOf({ domain, source, sourceId }: Pick<Holder, 'domain' | 'source' | 'sourceId'>): string[] {
  return [...(domain ? [domain] : []), ...(source && sourceId ? [`${source}:${sourceId}`] : [])]
}
