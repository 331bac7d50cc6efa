import { sql } from 'kysely'
import { fold } from '../../../../kernel/text.ts'
import { count, findTouched, resolveTags, type Batch, type Orphan, type Outcome } from '../../imports/public.ts'
import { searchText } from '../company.ts'
import { companyEvents } from '../events.ts'
import { breakCircles, rewriteCompanies, setParents } from '../store-many.ts'
import { findCompanyHolders, insertCompanies } from '../store.ts'
import { emptyCompany, type CompanyDraft } from './draft.ts'
import type { CompanyKey } from './key.ts'
import { readStates } from './states.ts'
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
  const tags = await resolveTags(
    batch,
    drafts.flatMap(draft => draft.tags),
  )
  const { outcomes, orphans } = await workIn(
    batch,
    drafts.map(draft => ({
      ...draft,
      isReference: false,
      tagIds: draft.tags.flatMap(tag => tags.get(tag.toLowerCase()) ?? []),
    })),
  )
  batch.orphans.push(...orphans)
  return outcomes
}

/** The companies that rows of something else name, each once; made where the import may do so. */
export async function importNamedCompanies(
  batch: Batch,
  keys: readonly (CompanyKey | null)[],
): Promise<(string | null)[]> {
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
  const parents = await importNamedCompanies(
    batch,
    orphans.map(({ parent }) => ({ name: parent, domain: null, sourceId: null })),
  )
  if (batch.dry) return
  const rows = orphans.flatMap(({ id }, at) =>
    parents[at] && parents[at] !== id ? [{ id, parentId: parents[at] }] : [],
  )
  const { tx, run, now } = batch
  await setParents(tx, run.workspaceId, rows, now)
  await breakCircles(
    tx,
    run.workspaceId,
    rows.map(row => row.id),
  )
  for (const { id, parentId } of rows)
    batch.changes.push({ object: 'company', recordId: id, action: 'updated', before: { parentId: [null, parentId] } })
}

async function workIn(batch: Batch, drafts: ResolvedCompany[]): Promise<CompanyPlan> {
  const { run } = batch
  const { holders, companies } = await load(batch, drafts)
  const plan = planCompanies(drafts, holders, companies, {
    importId: run.importId,
    source: run.source,
    update: run.options.update,
    isCreating: run.options.createCompanies,
    ownerId: run.options.ownerId,
  })
  const times = (wanted: Outcome) => plan.outcomes.filter(({ outcome }) => outcome === wanted).length
  count(batch, 'companies', times('created'), times('updated'))
  if (batch.dry) await remember(batch, plan)
  else await write(batch, plan)
  return plan
}

async function load(
  batch: Batch,
  drafts: ResolvedCompany[],
): Promise<{ holders: Map<string, string>; companies: Map<string, KnownCompany> }> {
  const { tx, run, dry } = batch
  const keys = [
    ...new Set(
      drafts.flatMap(draft => [
        ...companyKeys({ ...draft, domain: draft.values.domain ?? null }, run.source),
        ...companyKeys({ sourceId: null, name: draft.parent, domain: null }, run.source),
      ]),
    ),
  ]
  const found = await findCompanyHolders(
    tx,
    run.workspaceId,
    drafts.map(({ sourceId, values }) => ({ source: run.source, sourceId, domain: values.domain ?? null })),
  )
  const names = keys.flatMap(key => (key.startsWith('name ') ? key.slice('name '.length) : []))
  const named = await sql<{ id: string; sortName: string }>`
    select distinct on (c.sort_name) c.id, c.sort_name from companies c
    where c.workspace_id = ${run.workspaceId} and c.sort_name = any(${names}::text[]) and c.deleted_at is null order by c.sort_name, c.id`.execute(
    tx,
  )
  const holders = new Map<string, string>()
  for (const { id, domain, source, sourceId } of found) {
    if (domain) holders.set(`domain ${domain}`, id)
    if (source && sourceId) holders.set(`source ${source} ${sourceId}`, id)
  }
  for (const { id, sortName } of named.rows) holders.set(`name ${sortName}`, id)
  for (const [key, id] of (await dry?.find(keys.map(key => `company ${key}`))) ?? [])
    holders.set(key.slice('company '.length), id)
  return { holders, companies: await readCompanies(batch, [...new Set(holders.values())]) }
}

async function readCompanies(batch: Batch, ids: string[]): Promise<Map<string, KnownCompany>> {
  const companies = new Map<string, KnownCompany>()
  if (ids.length === 0) return companies
  const { tx, run, dry } = batch
  const rows = await readStates(tx, run.workspaceId, ids, dry === null)
  const touched = await findTouched(batch, 'company', ids)
  const remembered = (await dry?.read<CompanyNames>(ids)) ?? new Map<string, never>()
  for (const { id, importId, ...state } of rows) {
    const { name, domain, source, sourceId } = state
    companies.set(id, {
      id,
      name,
      domain,
      source,
      sourceId,
      state,
      isTouched: importId === run.importId || touched.has(id) || remembered.has(id),
      isOwn: importId === run.importId,
    })
  }
  for (const [id, known] of remembered)
    if (!companies.has(id)) companies.set(id, { id, ...known, state: null, isTouched: true, isOwn: true })
  return companies
}

async function remember({ dry }: Batch, plan: CompanyPlan): Promise<void> {
  await dry!.remember(
    plan.keys.map(({ key, companyId }) => ({ key: `company ${key}`, id: companyId })),
    plan.known.map(({ id, name, domain, source, sourceId }) => ({ id, data: { name, domain, source, sourceId } })),
  )
}

async function write(batch: Batch, plan: CompanyPlan): Promise<void> {
  const { tx, run, now } = batch
  await insertCompanies(
    tx,
    run.workspaceId,
    plan.created.map(({ company, createdAt }) => ({ ...company, ...(createdAt ? { createdAt } : {}) })),
    now,
  )
  await rewriteCompanies(
    tx,
    run.workspaceId,
    plan.changed.map(({ id, state }) => ({
      ...state,
      id,
      sortName: fold(state.name),
      searchText: searchText(state),
    })),
    now,
  )
  const children = [
    ...plan.created.filter(({ company }) => company.parentId !== null).map(({ company }) => company.id),
    ...plan.changed.filter(({ changes }) => 'parentId' in changes).map(({ id }) => id),
  ]
  await breakCircles(tx, run.workspaceId, children)
  const { importId } = run
  for (const { company, createdAt } of plan.created) {
    const { name, source } = company
    batch.events.push(companyEvents.created(company, { name, source }, { importId, occurredAt: createdAt ?? now }))
  }
  for (const { id, isOwn, changes } of plan.changed) {
    if (isOwn) continue
    batch.changes.push({ object: 'company', recordId: id, action: 'updated', before: changes })
    if (Object.keys(changes).length > 0) batch.events.push(companyEvents.changed({ id }, { changes }, { importId }))
  }
}
