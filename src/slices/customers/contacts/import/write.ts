import { sql } from 'kysely'
import { defineText } from '../../../../kernel/messages.ts'
import { sortNameOf } from '../../../../platform/record/given-name.ts'
import { selectOf } from '../../../../platform/record/fragments.ts'
import { updateEach, updateRows } from '../../../../platform/db/row.ts'
import { importCompaniesOf } from '../../companies/import/public.ts'
import { keepOptOuts } from '../../consent/public.ts'
import {
  addMade,
  countOutcomes,
  findOwnIds,
  isWanted,
  readKnown,
  rememberMade,
  resolveTags,
  tellWritten,
  type Batch,
  type Question,
} from '../../imports/public.ts'
import { contactEvents, handleEvents } from '../events.ts'
import { onOwnRows, readOwnRows } from '../merged/own-rows.ts'
import { contactRecord, sourceColumns } from '../record.ts'
import { rootId } from '../root.ts'
import { rewriteContacts } from '../store-many.ts'
import { findHolders, insertContacts, insertHandles } from '../store.ts'
import type { ContactDraft } from './draft.ts'
import { handleKey, matchKeys, type KnownPerson } from './match.ts'
import { planContacts } from './plan.ts'
import {
  isPlaceholder,
  knownHandleColumns,
  type ContactPlan,
  type ContactState,
  type KnownContact,
  type KnownHandle,
  type ResolvedContact,
} from './plan-shapes.ts'

const question = defineText('contacts.import-write.createContacts', 'Create customers that rows name')

export const createContacts: Question = { key: 'createContacts', label: question }

export interface ContactsOptions {
  isCreating: boolean
  lifecycle: ContactState['lifecycle']
  /** Nothing of people who are known is changed but that they gain handles. */
  isMinor: boolean
}

/** Finds, makes and changes the contacts of these rows, or those whom rows of something else name. */
export async function importContacts(
  batch: Batch,
  drafts: readonly ContactDraft[],
  options: ContactsOptions,
): Promise<ContactPlan['outcomes']> {
  if (drafts.length === 0) return []
  const companies = await importCompaniesOf(batch, drafts)
  const tagIdsOf = await resolveTags(batch, drafts)
  const resolved = drafts.map((draft, at): ResolvedContact => {
    return { ...draft, companyId: companies[at] ?? null, tagIds: tagIdsOf(draft) }
  })
  const { holders, contacts } = await load(batch, resolved)
  const { run } = batch
  const { update, ownerId } = run.options
  const mode = options.isMinor && update === 'all' ? 'empty' : update
  const plan = planContacts(resolved, holders, contacts, { ...run, ...options, update: mode, ownerId })
  countOutcomes(batch, 'contacts', plan.outcomes)
  if (batch.dry) {
    const people = plan.known.map(person => ({ id: person.id, data: person }))
    await rememberMade(batch, 'handle', plan.keys, people)
  } else {
    const changed = plan.changed.map(({ id }) => id)
    await onOwnRows(batch, changed, () => write(batch, plan))
    await keepUnsubscribed(batch, drafts, plan.outcomes)
  }
  return plan.outcomes
}

/** The contacts that rows of something else name; made where the import may do so. */
export async function importNamedContacts(
  batch: Batch,
  drafts: readonly (ContactDraft | null)[],
  lifecycle: ContactState['lifecycle'],
): Promise<{ contactId: string | null; companyId: string | null }[]> {
  const named = drafts.filter(draft => draft !== null)
  const isCreating = isWanted(batch.run, createContacts)
  const outcomes = await importContacts(batch, named, { isCreating, lifecycle, isMinor: true })
  const outcomeOf = new Map(named.map((draft, at) => [draft, outcomes[at]!]))
  return drafts.map(draft => (draft && outcomeOf.get(draft)) ?? { contactId: null, companyId: null })
}

/** Who had unsubscribed in the other system gets no mail from this one either. */
async function keepUnsubscribed(
  { app, db, run }: Batch,
  drafts: readonly ContactDraft[],
  outcomes: ContactPlan['outcomes'],
): Promise<void> {
  const optOuts = drafts.flatMap(({ fields, handles }, at) => {
    const contactId = outcomes[at]?.contactId
    if (fields['unsubscribed'] !== true || !contactId) return []
    return [{ contactId, emails: handles.filter(({ kind }) => kind === 'email').map(({ normal }) => normal) }]
  })
  await keepOptOuts({ ...run.by, app, db, address: null }, optOuts, run.importId)
}

async function load(
  batch: Batch,
  drafts: ResolvedContact[],
): Promise<{ holders: Map<string, string>; contacts: Map<string, KnownContact> }> {
  const keys = [...new Set(drafts.flatMap(matchKeys))]
  const wanted = keys.map(key => ({ kind: key.slice(0, key.indexOf(' ')), normal: key.slice(key.indexOf(' ') + 1) }))
  const found = await findHolders(batch, wanted)
  const holders = new Map(found.map(holder => [handleKey(holder), holder.holderId]))
  const ids = drafts.map(({ externalId }) => externalId?.slice(batch.run.source.length + 1) ?? '')
  const ownIds = await findOwnIds(batch, contactRecord, ids, rootId('c'))
  for (const [at, draft] of drafts.entries()) {
    const id = ownIds.get(ids[at]!)
    if (id === undefined || holders.has(`external ${draft.externalId}`)) continue
    holders.set(`external ${draft.externalId}`, id)
    draft.handles = draft.handles.filter(({ normal }) => normal !== draft.externalId)
    draft.isOwnId = true
  }
  await addMade(batch, 'handle', keys, holders)
  return { holders, contacts: await readContacts(batch, [...new Set(holders.values())]) }
}

async function readContacts(batch: Batch, ids: string[]): Promise<Map<string, KnownContact>> {
  const contacts = new Map<string, KnownContact>()
  if (ids.length === 0) return contacts
  const { db, workspaceId } = batch
  type Columns = typeof sourceColumns
  const { known: there, made } = await readKnown<Columns, KnownPerson>(batch, contactRecord, sourceColumns, ids)
  const handles = await sql<KnownHandle & { ownerId: string }>`
    select h.contact_id as owner_id, ${selectOf(knownHandleColumns, 'h')} from handles h where h.workspace_id = ${workspaceId} and h.contact_id = any(${ids}::uuid[]) and h.deleted_at is null
    order by h.created_at, h.id`.execute(db)
  const ownRows = await readOwnRows(batch, ids)
  const byOwner = Map.groupBy(handles.rows, row => row.ownerId)
  for (const contact of there) {
    const { id } = contact
    const state = { ...contact.state, ...pick(contact.state, ownRows.get(id)) }
    const held = (byOwner.get(id) ?? []).map(({ ownerId: _, ...handle }) => handle)
    contacts.set(id, { ...contact, state, handles: held, known: knownOf(id, state.name, held, state) })
  }
  const unwritten = { state: null, handles: [], isTouched: true, isOwn: true }
  for (const [id, known] of made) contacts.set(id, { ...unwritten, ...contacts.get(id), id, known })
  return contacts
}

/** The columns of `row` as `own` has them. */
function pick<Row extends object>(row: Row, values: Partial<Row> | undefined): Partial<Row> {
  if (!values) return {}
  const shared = Object.keys(row).filter(key => key in values) as (keyof Row)[]
  return Object.fromEntries(shared.map(key => [key, values[key]])) as Partial<Row>
}

function knownOf(id: string, name: string, handles: KnownHandle[], { firstName, lastName }: ContactState): KnownPerson {
  const normals = (kind: string) =>
    handles.filter(handle => handle.kind === kind && handle.isIdentifying).map(handle => handle.normal)
  return {
    id,
    name,
    isNameless: firstName === null && lastName === null && isPlaceholder(name, handles),
    emails: normals('email'),
    externals: normals('external'),
  }
}

async function write(batch: Batch, plan: ContactPlan): Promise<void> {
  const { run, now } = batch
  await insertContacts(batch, plan.created, now)
  await updateEach(batch, 'handles', ['id'], plan.primaries)
  await updateRows(batch, 'handles', plan.confirmed, { importId: null })
  await insertHandles(batch, plan.handles, now)
  const rewritten = plan.changed.map(({ id, state, searchText }) => {
    return { ...state, id, sortName: sortNameOf(state.name), searchText }
  })
  await rewriteContacts(batch, rewritten, now)
  tellWritten(batch, 'contact', plan, contactEvents)
  const added = Map.groupBy(plan.handles, handle => handle.contactId)
  for (const { id, isOwn, state } of plan.changed)
    for (const { kind, value } of isOwn ? [] : (added.get(id) ?? []))
      batch.events.push(handleEvents.added({ ...state, id }, { kind, value }, { importId: run.importId }))
}
