import { invalidField } from '../../../../kernel/errors.ts'
import { defineMessages, say } from '../../../../kernel/messages.ts'
import { newId } from '../../../../kernel/ids.ts'
import { columnsFor, storedOf } from '../../../../kernel/record/record.ts'
import { fold } from '../../../../kernel/text.ts'
import { within, type Ctx } from '../../../../platform/context.ts'
import { inTransaction, type Db } from '../../../../platform/db/database.ts'
import { record } from '../../../../platform/events/record.ts'
import { onlySaved, ownSource, saveEach, unlessTaken } from '../../../../platform/record/saving.ts'
import { fieldsGiven, mergeFields } from '../../fields/public.ts'
import type { Field } from '../../fields/schema.ts'
import { requireTagsOf } from '../../tags/public.ts'
import { normalizeDomain, normalizePhone, searchText } from '../company.ts'
import { companyEvents } from '../events.ts'
import type { CompanyInput, RowResult } from '../schema.ts'
import { companyRecord, type NewCompany } from '../record.ts'
import { findCompanyHolders, insertCompanies, lockParents } from '../store.ts'
import { changeCompany } from './change-company.ts'
import { lockAll, takenBy } from './lock-visible.ts'
import { requireParent } from './require-parent.ts'

const words = defineMessages('companies.save-companies', { nameless: 'Give the company a name.' })

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
    await requireKnown(tx, ctx, items)
    const fields = await fieldsGiven(tx, ctx, 'company', items)
    return saveEach<Item, NewCompany, RowResult>(ctx, items, {
      prepare: item => prepare(ctx, item, fields),
      change: ({ id, source: _, sourceId: __, ...patch }) => changeCompany(within(ctx, tx), id, patch),
      refusals: [fresh => refuseTaken(tx, ctx, fresh)],
      async insert(companies) {
        await insertCompanies(tx, ctx.workspaceId, companies, ctx.now())
        const created = companies.map(one => companyEvents.created(one, { name: one.name, source: one.source }))
        await record(tx, ctx, created)
      },
    })
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
    source: input.source || ownSource(ctx),
    sourceId: input.sourceId || null,
  }
}

/** What an id stands for is not checked row by row: one of another workspace, or one not the actor's, refuses the whole call. */
async function requireKnown(tx: Db, ctx: Ctx, items: Item[]): Promise<void> {
  await requireTagsOf(tx, ctx.workspaceId, items)
  for (const parentId of new Set(items.flatMap(item => item.parentId ?? [])))
    await requireParent(tx, ctx, parentId, null)
  const ids = items.flatMap(item => item.id ?? [])
  await lockAll(tx, ctx, ids)
}

async function refuseTaken(tx: Db, ctx: Ctx, fresh: NewCompany[]) {
  const holders = await findCompanyHolders(tx, ctx.workspaceId, fresh)
  const taken = new Map(holders.flatMap(holder => keysOf(holder).map(({ key }) => [key, holder])))
  return unlessTaken<NewCompany>(ctx, taken, keysOf, takenBy)
}

/** The domain, and the source with its id as in `hubspot:1051`: what only one company may have. */
function keysOf({ domain, source, sourceId }: Pick<NewCompany, 'domain' | 'source' | 'sourceId'>) {
  const keys = [...(domain ? [domain] : []), ...(source && sourceId ? [`${source}:${sourceId}`] : [])]
  return keys.map(key => ({ key, value: key }))
}
