import { defineText } from '../../../../kernel/messages.ts'
import { sourceKey, uniqueKeys } from '../../../../platform/record/uniques.ts'
import {
  importRecords,
  isWanted,
  putValues,
  type Batch,
  type MadeRow,
  type Orphan,
  type Question,
  type UpdateMode,
} from '../../imports/public.ts'
import { companyEvents } from '../events.ts'
import { companyRecord } from '../record.ts'
import { breakCircles, setParents } from '../store.ts'
import { emptyCompany, draftName, type CompanyDraft } from './draft.ts'
import type { CompanyKey } from './key.ts'
import { domainKey, nameKey, sourcedCompanies, type CompanyState } from './sourced.ts'

const question = defineText('companies.import.createCompanies', 'Create companies that rows name')

export const createCompanies: Question = { key: 'createCompanies', label: question }

interface Naming extends CompanyDraft {
  /** Only named by a row of something else. */
  isReference?: boolean
}

/** Makes and changes the companies of these rows. Parents that are not known yet leave orphans. */
export async function importCompanies(batch: Batch, drafts: readonly Naming[]): Promise<MadeRow[]> {
  const { source } = batch.run
  const children: { state: CompanyState; id: string; at: number; parent: string }[] = []
  const adopted: string[] = []
  const results = await importRecords(batch, drafts, sourcedCompanies, {
    events: companyEvents,
    keysOf: ({ sourceId, values: { domain = null, name = '' }, parent }) => [
      ...keysOf({ source, sourceId, domain, name }),
      ...(parent === null ? [] : [nameKey(parent)]),
    ],
    match: (draft, holder) => match(draft, source, holder),
    foundBy: state => keysOf({ ...state, source: state.source ?? source }),
    begin: draft => ({ name: draftName(draft)! }),
    mayBegin: draft => !draft.isReference || (isWanted(batch.run, createCompanies) && draftName(draft) !== undefined),
    put(state, draft, mode, { id, at, isFree }) {
      put(state, draft, mode, source, key => isFree(key) && key !== sourceKey(source, id))
      const { parent } = draft
      if (parent !== null && (mode === 'all' || state.parentId === null)) children.push({ state, id, at, parent })
    },
    afterwards: findHolder =>
      children.flatMap(({ state, id, at, parent }) => {
        const parentId = findHolder(nameKey(parent))
        if (parentId === undefined) batch.orphans.push({ id, parent })
        if (parentId === undefined || parentId === id || parentId === state.parentId) return []
        state.parentId = parentId
        adopted.push(id)
        return at
      }),
  })
  if (!batch.dry) await openCircles(batch, adopted)
  return results
}

function keysOf(company: Pick<CompanyState, 'source' | 'sourceId' | 'domain' | 'name'>) {
  return [...uniqueKeys(companyRecord, company), ...(company.name === '' ? [] : [nameKey(company.name)])]
}

/** Which company a row is: by its id in the source, its domain, then its name. */
function match<One extends { state: CompanyState }>(
  { sourceId, values: { domain, name } }: Naming,
  source: string,
  holder: (key: string) => One | undefined,
): One | undefined {
  const bySource = sourceId === null ? undefined : holder(sourceKey(source, sourceId))
  if (bySource) return bySource
  const byDomain = domain === undefined ? undefined : holder(domainKey(domain))
  if (byDomain) return byDomain
  const named = name === undefined ? undefined : holder(nameKey(name))
  if (!named) return undefined
  const { state } = named
  const isOtherDomain = domain !== undefined && state.domain !== null && domain !== state.domain
  const isOtherRecord =
    sourceId !== null && state.source === source && state.sourceId !== null && state.sourceId !== sourceId
  return isOtherDomain || isOtherRecord ? undefined : named
}

function put(
  state: CompanyState,
  { values: { domain, name, ...values }, sourceId }: Naming,
  mode: UpdateMode,
  source: string,
  isFree: (key: string) => boolean,
): void {
  if (domain !== undefined && (state.domain === null || mode === 'all') && isFree(domainKey(domain)))
    state.domain = domain
  if (sourceId !== null && state.sourceId === null && isFree(sourceKey(source, sourceId)))
    Object.assign(state, { source, sourceId })
  if (name !== undefined && (mode === 'all' || state.name === state.domain)) state.name = name
  putValues(state, values, mode)
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
    values: { ...(name !== null && { name }), ...(domain !== null && { domain }) },
    isReference: true,
  }))
  const results = await importCompanies(batch, drafts)
  const ids = new Map([...distinct.keys()].map((key, at) => [key, results[at]!.id]))
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
  const { now } = batch
  await setParents(batch, rows, now)
  const children = rows.map(row => row.id)
  const opened = await openCircles(batch, children)
  for (const { id, parentId } of rows)
    if (!opened.has(id))
      batch.changes.push({ object: 'company', recordId: id, action: 'updated', before: { parentId: [null, parentId] } })
}

/** Takes the parent from those of these companies that would be above themselves, and tells of it; answers which. */
async function openCircles(batch: Batch, ids: string[]): Promise<Set<string>> {
  const opened = await breakCircles(batch, ids, batch.now)
  const { importId } = batch.run
  for (const { id, parentId } of opened)
    batch.events.push(companyEvents.changed({ id }, { changes: { parentId: [parentId, null] } }, { importId }))
  return new Set(opened.map(({ id }) => id))
}
