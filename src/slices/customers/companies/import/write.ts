import { sql } from 'kysely'
import { fold } from '../../../../kernel/text.ts'
import {
  addMade,
  countOutcomes,
  readKnown,
  rememberMade,
  resolveTags,
  tellWritten,
  type Batch,
  type Orphan,
} from '../../imports/public.ts'
import { searchText } from '../company.ts'
import { companyEvents } from '../events.ts'
import { companyRecord, sourceColumns } from '../record.ts'
import { breakCircles, rewriteCompanies, setParents } from '../store-many.ts'
import { findCompanyHolders, insertCompanies } from '../store.ts'
import { emptyCompany, type CompanyDraft } from './draft.ts'
import type { CompanyKey } from './key.ts'
import {
  companyKeys,
  planCompanies,
  type CompanyNames,
  type CompanyPlan,
  type KnownCompany,
  type ResolvedCompany,
} from './plan.ts'

/** Makes and changes the companies of these rows. Parents that are not known yet leave orphans. */
export async function importCompanies(batch: Batch, drafts: readonly CompanyDraft[]): Promise<CompanyPlan['outcomes']> {
  const tagIdsOf = await resolveTags(batch, drafts)
  const resolved = drafts.map(draft => ({ ...draft, isReference: false, tagIds: tagIdsOf(draft) }))
  const { outcomes, orphans } = await workIn(batch, resolved)
  batch.orphans.push(...orphans)
  return outcomes
}

/** The companies that rows of something else name, each once; made where the import may do so. */
export async function importCompaniesOf(
  batch: Batch,
  rows: readonly { company: CompanyKey | null }[],
): Promise<(string | null)[]> {
  const keys = rows.map(({ company }) => company)
  const distinct = new Map<string, CompanyKey>()
  for (const key of keys) if (key !== null) distinct.set(JSON.stringify(key), key)
  if (distinct.size === 0) return keys.map(() => null)
  const drafts = [...distinct.values()].map(({ sourceId, name, domain }) => ({
    ...emptyCompany(0),
    sourceId,
    name: name ?? domain ?? '',
    isNamed: name !== null,
    values: domain === null ? {} : { domain },
    isReference: true,
    tagIds: [],
  }))
  const { outcomes } = await workIn(batch, drafts)
  const ids = new Map([...distinct.keys()].map((key, at) => [key, outcomes[at]!.companyId]))
  return keys.map(key => (key === null ? null : ids.get(JSON.stringify(key))!))
}

/** Gives companies the parents that later rows brought, making those that no row did. */
export async function adoptOrphans(batch: Batch, orphans: readonly Orphan[]): Promise<void> {
  if (orphans.length === 0) return
  const named = orphans.map(({ parent }) => ({ company: { name: parent, domain: null, sourceId: null } }))
  const parents = await importCompaniesOf(batch, named)
  if (batch.dry) return
  const rows = orphans.flatMap(({ id }, at) =>
    parents[at] && parents[at] !== id ? [{ id, parentId: parents[at] }] : [],
  )
  const { tx, run, now } = batch
  await setParents(tx, run.workspaceId, rows, now)
  const children = rows.map(row => row.id)
  await breakCircles(tx, run.workspaceId, children)
  for (const { id, parentId } of rows)
    batch.changes.push({ object: 'company', recordId: id, action: 'updated', before: { parentId: [null, parentId] } })
}

async function workIn(batch: Batch, drafts: ResolvedCompany[]): Promise<CompanyPlan> {
  const { run } = batch
  const { holders, companies } = await load(batch, drafts)
  const { createCompanies: isCreating, update, ownerId } = run.options
  const plan = planCompanies(drafts, holders, companies, { ...run, update, isCreating, ownerId })
  countOutcomes(batch, 'companies', plan.outcomes)
  const known = plan.known.map(company => ({ id: company.id, data: namesOf(company) }))
  if (batch.dry) await rememberMade(batch, 'company', plan.keys, known)
  else await write(batch, plan)
  return plan
}

async function load(
  batch: Batch,
  drafts: ResolvedCompany[],
): Promise<{ holders: Map<string, string>; companies: Map<string, KnownCompany> }> {
  const { tx, run } = batch
  const keysOf = ({ values, parent, ...draft }: ResolvedCompany) => [
    ...companyKeys({ ...draft, domain: values.domain ?? null }, run.source),
    ...companyKeys({ sourceId: null, name: parent, domain: null }, run.source),
  ]
  const keys = [...new Set(drafts.flatMap(keysOf))]
  const wanted = drafts.map(({ sourceId, values }) => ({ source: run.source, sourceId, domain: values.domain }))
  const found = await findCompanyHolders(tx, run.workspaceId, wanted)
  const names = keys.flatMap(key => (key.startsWith('name ') ? key.slice('name '.length) : []))
  const named = await sql<{ id: string; sortName: string }>`
    select distinct on (c.sort_name) c.id, c.sort_name from companies c
    where c.workspace_id = ${run.workspaceId} and c.sort_name = any(${names}::text[]) and c.deleted_at is null
    order by c.sort_name, c.id`.execute(tx)
  const holders = new Map<string, string>()
  for (const { id, domain, source, sourceId } of found) {
    if (domain) holders.set(`domain ${domain}`, id)
    if (source && sourceId) holders.set(`source ${source} ${sourceId}`, id)
  }
  for (const { id, sortName } of named.rows) holders.set(`name ${sortName}`, id)
  await addMade(batch, 'company', keys, holders)
  return { holders, companies: await readCompanies(batch, [...new Set(holders.values())]) }
}

async function readCompanies(batch: Batch, ids: string[]): Promise<Map<string, KnownCompany>> {
  const { known, made } = await readKnown<typeof sourceColumns, CompanyNames>(batch, companyRecord, sourceColumns, ids)
  const companies = new Map<string, KnownCompany>(
    known.map(company => [company.id, { ...namesOf(company.state), ...company }]),
  )
  for (const [id, names] of made)
    if (!companies.has(id)) companies.set(id, { id, ...names, state: null, isTouched: true, isOwn: true })
  return companies
}

function namesOf({ name, domain, source, sourceId }: CompanyNames): CompanyNames {
  return { name, domain, source, sourceId }
}

async function write(batch: Batch, plan: CompanyPlan): Promise<void> {
  const { tx, run, now } = batch
  await insertCompanies(tx, run.workspaceId, plan.created, now)
  const rewritten = plan.changed.map(({ id, state }) => {
    return { ...state, id, sortName: fold(state.name), searchText: searchText(state) }
  })
  await rewriteCompanies(tx, run.workspaceId, rewritten, now)
  const children = [
    ...plan.created.filter(({ parentId }) => parentId !== null).map(({ id }) => id),
    ...plan.changed.filter(({ changes }) => 'parentId' in changes).map(({ id }) => id),
  ]
  await breakCircles(tx, run.workspaceId, children)
  tellWritten(batch, 'company', plan, companyEvents)
}
