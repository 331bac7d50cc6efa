import { isDeepStrictEqual } from 'node:util'
import { newId } from '../../../../kernel/ids.ts'
import { emptyOf, without } from '../../../../kernel/record/record.ts'
import { fold } from '../../../../kernel/text.ts'
import {
  begun,
  changesOf,
  modeOf,
  opened,
  putExtras,
  putValues,
  settled,
  type Changed,
  type Known,
  type Orphan,
  type Outcome,
  type UpdateMode,
  type Working,
} from '../../imports/public.ts'
import { searchText } from '../company.ts'
import { sourceColumns, type NewCompany, type SourceRow } from '../record.ts'
import type { CompanyDraft } from './draft.ts'

export interface ResolvedCompany extends CompanyDraft {
  tagIds: string[]
  /** Only named by a row of something else: nothing of it is changed. */
  isReference: boolean
}

export type CompanyState = Omit<SourceRow, 'id'>

/** What matching needs. */
export interface CompanyNames {
  name: string
  domain: string | null
  source: string | null
  sourceId: string | null
}

export interface KnownCompany extends Known<CompanyState>, CompanyNames {}

export interface CompanyOptions {
  importId: string
  source: string
  update: UpdateMode
  /** Whether companies that are only named are made. */
  isCreating: boolean
  ownerId: string | null
}

export interface CompanyPlan {
  outcomes: { outcome: Outcome; companyId: string | null }[]
  created: NewCompany[]
  changed: Changed<CompanyState>[]
  /** Companies whose parent is not known yet, by the name that their row gives. */
  orphans: Orphan[]
  keys: { key: string; id: string }[]
  known: (CompanyNames & { id: string })[]
}

type WorkingCompany = Working<CompanyState> & CompanyNames

/** The keys by which a company is found, best first. */
export function companyKeys(
  { sourceId, name, domain }: { sourceId: string | null; name: string | null; domain: string | null },
  source: string,
): string[] {
  return [
    ...(sourceId === null ? [] : [`source ${source} ${sourceId}`]),
    ...(domain === null ? [] : [`domain ${domain}`]),
    ...(name === null || name === '' ? [] : [`name ${fold(name)}`]),
  ]
}

/** Decides for each row which company it is: by its id in the source, its domain, then its name. */
export function planCompanies(
  drafts: ResolvedCompany[],
  holders: ReadonlyMap<string, string>,
  companies: ReadonlyMap<string, KnownCompany>,
  options: CompanyOptions,
): CompanyPlan {
  const holderOf = new Map(holders)
  const working = new Map<string, WorkingCompany>()
  const plan: CompanyPlan = { outcomes: [], created: [], changed: [], orphans: [], keys: [], known: [] }
  const children: { one: WorkingCompany; parent: string; at: number }[] = []
  const open = (id: string): WorkingCompany => {
    let company = working.get(id)
    if (!company) {
      const known = companies.get(id)!
      company = { ...known, ...opened(known) }
      working.set(id, company)
    }
    return company
  }
  for (const draft of drafts) {
    const found = match(draft, options.source, key => {
      const id = holderOf.get(key)
      return id === undefined ? undefined : open(id)
    })
    if (!found && draft.isReference && (!options.isCreating || draft.name === '')) {
      plan.outcomes.push({ outcome: 'unknown', companyId: null })
      continue
    }
    const one = found ?? startNew(draft, options)
    if (!found) working.set(one.id, one)
    const wasTouched = found !== undefined && (one.isTouched || one.isNew)
    const isRepeat = found !== undefined && (one.isSeen || wasTouched)
    one.isSeen = true
    // What is only named is completed where the import has made it, and else left as it is.
    const update = draft.isReference && !one.isOwn ? 'none' : options.update
    const mode = modeOf(one, draft.isReference && found && update === 'all' ? 'empty' : update, isRepeat)
    const differs = mode !== 'none' && merge(one, draft, mode, options, holderOf)
    if (
      draft.parent !== null &&
      one.state !== null &&
      mode !== 'none' &&
      (mode === 'all' || one.state.parentId === null)
    )
      children.push({ one, parent: draft.parent, at: plan.outcomes.length })
    const { name, domain, source, sourceId } = one
    for (const key of companyKeys({ sourceId, name, domain }, source ?? options.source)) {
      if (holderOf.has(key)) continue
      holderOf.set(key, one.id)
      plan.keys.push({ key, id: one.id })
    }
    const outcome = settled(one, { isFound: found !== undefined, wasTouched, differs })
    plan.outcomes.push({ companyId: one.id, outcome })
  }
  for (const { one, parent, at } of children) {
    const parentId = holderOf.get(`name ${fold(parent)}`)
    if (parentId === undefined) plan.orphans.push({ id: one.id, parent })
    else if (parentId !== one.id && one.state!.parentId !== parentId) {
      one.state!.parentId = parentId
      one.hasChanged = true
      if (plan.outcomes[at]!.outcome === 'unchanged') plan.outcomes[at]!.outcome = 'updated'
    }
  }
  for (const company of working.values()) finish(company, options, plan)
  return plan
}

function match(
  draft: ResolvedCompany,
  source: string,
  holderOf: (key: string) => WorkingCompany | undefined,
): WorkingCompany | undefined {
  const domain = draft.values.domain ?? null
  const [bySource] = companyKeys({ sourceId: draft.sourceId, name: null, domain: null }, source).map(holderOf)
  if (bySource) return bySource
  const [byDomain] = companyKeys({ sourceId: null, name: null, domain }, source).map(holderOf)
  if (byDomain) return byDomain
  const named = draft.isNamed ? holderOf(`name ${fold(draft.name)}`) : undefined
  if (!named) return undefined
  const isOtherDomain = domain !== null && named.domain !== null && domain !== named.domain
  const isOtherRecord =
    draft.sourceId !== null && named.source === source && named.sourceId !== null && named.sourceId !== draft.sourceId
  return isOtherDomain || isOtherRecord ? undefined : named
}

const unknown = without(sourceColumns, 'id', 'name')

function startNew(draft: ResolvedCompany, options: CompanyOptions): WorkingCompany {
  const { name, ownerId, sourceId } = draft
  const { source } = options
  const state: CompanyState = { ...emptyOf(unknown), name, ownerId: ownerId ?? options.ownerId, source, sourceId }
  return { ...begun(newId(), state, draft.createdAt), name, domain: null, source, sourceId }
}

function merge(
  company: WorkingCompany,
  draft: ResolvedCompany,
  mode: UpdateMode,
  options: CompanyOptions,
  holderOf: ReadonlyMap<string, string>,
): boolean {
  const isFree = (key: string) => (holderOf.get(key) ?? company.id) === company.id
  const { domain, ...values } = draft.values
  if (domain !== undefined && (company.domain === null || mode === 'all') && isFree(`domain ${domain}`))
    company.domain = domain
  if (draft.sourceId !== null && company.sourceId === null && isFree(`source ${options.source} ${draft.sourceId}`))
    [company.source, company.sourceId] = [options.source, draft.sourceId]
  const isUnnamed = company.name === company.domain
  if (draft.isNamed && (mode === 'all' || isUnnamed)) company.name = draft.name
  const { state } = company
  if (state === null) return true
  const before = company.hasChanged ? null : structuredClone(state)
  Object.assign(state, {
    name: company.name,
    domain: company.domain,
    source: company.source,
    sourceId: company.sourceId,
  })
  putValues(state, { ...values, ownerId: draft.ownerId }, mode)
  putExtras(state, draft.tagIds, draft.fields, mode)
  company.createdAt ??= draft.createdAt
  return before === null || !isDeepStrictEqual(before, state)
}

function finish(company: WorkingCompany, { importId }: CompanyOptions, plan: CompanyPlan): void {
  if (!company.hasChanged) return
  const { id, name, domain, source, sourceId, before, state, isOwn, createdAt } = company
  plan.known.push({ id, name, domain, source, sourceId })
  if (state === null) return
  const derived = { teamId: null, sortName: fold(name), searchText: searchText(state), importId }
  if (company.isNew) plan.created.push({ ...state, id, ...derived, ...(createdAt && { createdAt }) })
  else plan.changed.push({ id, isOwn, state, changes: changesOf(before!, state) })
}
