import { sql } from 'kysely'
import { sortKey } from '../../../../kernel/text.ts'
import {
  findHolders,
  insertContacts,
  insertHandles,
  keepHandles,
  onOwnRows,
  readOwnRows,
  rewriteContacts,
  setPrimaries,
} from '../../contacts/public.ts'
import { handleKey, keysOf, type Known } from '../match.ts'
import {
  isPlaceholder,
  type ContactPlan,
  type ContactState,
  type KnownContact,
  type KnownHandle,
  type ResolvedContact,
} from '../plans/contact-plan.ts'
import { planContacts } from '../plans/plan-contacts.ts'
import type { ContactDraft } from '../rows/draft.ts'
import { keepOptOuts } from '../../consent/public.ts'
import { contactEvents, handleEvents } from '../../contacts/events.ts'
import type { Batch } from './batch.ts'
import { importNamedCompanies } from './companies.ts'
import { resolveTags } from './tags.ts'
import { findTouched } from './touched.ts'

export interface PeopleOptions {
  isCreating: boolean
  lifecycle: ContactState['lifecycle']
  /** Nothing of people who are known is changed but that they gain handles. */
  isMinor: boolean
}

/** Finds, makes and changes the contacts of these rows. */
export async function importPeople(
  batch: Batch,
  drafts: ContactDraft[],
  options: PeopleOptions,
): Promise<ContactPlan['outcomes']> {
  if (drafts.length === 0) return []
  const companies = await importNamedCompanies(
    batch,
    drafts.map(draft => draft.company),
  )
  const tags = await resolveTags(
    batch,
    drafts.flatMap(draft => draft.tags),
  )
  const resolved = drafts.map((draft, at): ResolvedContact => ({
    ...draft,
    companyId: companies[at] ?? null,
    tagIds: draft.tags.flatMap(tag => tags.get(tag.toLowerCase()) ?? []),
  }))
  const { holders, contacts } = await load(batch, resolved)
  const { run } = batch
  const plan = planContacts(resolved, holders, contacts, {
    importId: run.importId,
    source: run.source,
    update: options.isMinor && run.update === 'all' ? 'empty' : run.update,
    isCreating: options.isCreating,
    ownerId: run.ownerId,
    lifecycle: options.lifecycle,
  })
  batch.counts.contacts.created += plan.outcomes.filter(({ outcome }) => outcome === 'created').length
  batch.counts.contacts.updated += plan.outcomes.filter(({ outcome }) => outcome === 'updated').length
  if (batch.dry) await remember(batch, plan)
  else {
    await onOwnRows(
      batch.tx,
      run.workspaceId,
      plan.changed.map(({ id }) => id),
      () => write(batch, plan),
    )
    await keepUnsubscribed(batch, drafts, plan.outcomes)
  }
  return plan.outcomes
}

/** Who had unsubscribed in the other system gets no mail from this one either. */
async function keepUnsubscribed(
  { tx, run }: Batch,
  drafts: ContactDraft[],
  outcomes: ContactPlan['outcomes'],
): Promise<void> {
  const optOuts = drafts.flatMap(({ fields, handles }, at) => {
    const contactId = outcomes[at]?.contactId
    if (fields['unsubscribed'] !== true || !contactId) return []
    return [{ contactId, emails: handles.filter(({ kind }) => kind === 'email').map(({ normal }) => normal) }]
  })
  await keepOptOuts(tx, { ...run.by, app: { secret: run.secret }, address: null }, optOuts, run.importId)
}

async function load(
  batch: Batch,
  drafts: ResolvedContact[],
): Promise<{ holders: Map<string, string>; contacts: Map<string, KnownContact> }> {
  const keys = [...new Set(drafts.flatMap(keysOf))]
  const wanted = keys.map(key => ({ kind: key.slice(0, key.indexOf(' ')), normal: key.slice(key.indexOf(' ') + 1) }))
  const found = await findHolders(batch.tx, batch.run.workspaceId, wanted)
  const holders = new Map(found.map(holder => [handleKey(holder), holder.holderId]))
  for (const [key, id] of (await batch.dry?.find(keys.map(key => `handle ${key}`))) ?? [])
    holders.set(key.slice('handle '.length), id)
  return { holders, contacts: await readContacts(batch, [...new Set(holders.values())]) }
}

type Stored = ContactState & { id: string; importId: string | null }

async function readContacts(batch: Batch, ids: string[]): Promise<Map<string, KnownContact>> {
  const contacts = new Map<string, KnownContact>()
  if (ids.length === 0) return contacts
  const { tx, run, dry } = batch
  const { rows } = await sql<Stored>`
    select c.id, c.name, c.first_name, c.last_name, c.job_title, c.company_id, c.owner_id, c.lifecycle, c.email, c.phone, c.street, c.city, c.region, c.postal_code, c.country, c.language,
      c.time_zone, c.birthday, c.tag_ids, c.fields, c.source, c.import_id
    from contacts c where c.workspace_id = ${run.workspaceId} and c.id = any(${ids}::uuid[]) order by c.id ${dry ? sql`` : sql`for update`}`.execute(
    tx,
  )
  const handles = await sql<KnownHandle & { ownerId: string }>`
    select h.contact_id as owner_id, h.id, h.kind, h.value, h.normal, h.is_primary, h.is_identifying, h.source, h.import_id
    from handles h where h.workspace_id = ${run.workspaceId} and h.contact_id = any(${ids}::uuid[]) and h.deleted_at is null
    order by h.created_at, h.id`.execute(tx)
  const ownRows = await readOwnRows(tx, run.workspaceId, ids)
  const touched = await findTouched(batch, 'contact', ids)
  const remembered =
    (await dry?.read<Known & { emails: string[]; externals: string[] }>(ids)) ?? new Map<string, never>()
  const byOwner = Map.groupBy(handles.rows, row => row.ownerId)
  for (const { id, importId, ...row } of rows) {
    const state = { ...row, ...pick(row, ownRows.get(id)) }
    const own = (byOwner.get(id) ?? []).map(({ ownerId: _, ...handle }) => handle)
    contacts.set(id, {
      id,
      state,
      handles: own,
      known: knownOf(id, state.name, own, state),
      isTouched: importId === run.importId || touched.has(id) || remembered.has(id),
      isOwn: importId === run.importId,
    })
  }
  for (const [id, { name, isNameless, emails, externals }] of remembered) {
    const real = contacts.get(id)
    const known = { id, name, isNameless, emails: new Set(emails), externals: new Set(externals) }
    contacts.set(id, real ? { ...real, known } : { id, state: null, handles: [], known, isTouched: true, isOwn: true })
  }
  return contacts
}

/** The columns of `row` as `own` has them. */
function pick<Row extends object>(row: Row, own: Partial<Row> | undefined): Partial<Row> {
  if (!own) return {}
  const shared = Object.keys(row).filter(key => key in own) as (keyof Row)[]
  return Object.fromEntries(shared.map(key => [key, own[key]])) as Partial<Row>
}

function knownOf(id: string, name: string, handles: KnownHandle[], { firstName, lastName }: ContactState): Known {
  const normals = (kind: string) =>
    new Set(handles.filter(handle => handle.kind === kind && handle.isIdentifying).map(handle => handle.normal))
  return {
    id,
    name,
    isNameless: firstName === null && lastName === null && isPlaceholder(name, handles),
    emails: normals('email'),
    externals: normals('external'),
  }
}

async function remember({ dry }: Batch, plan: ContactPlan): Promise<void> {
  await dry!.remember(
    plan.keys.map(({ key, contactId }) => ({ key: `handle ${key}`, id: contactId })),
    plan.known.map(known => ({
      id: known.id,
      data: { ...known, emails: [...known.emails], externals: [...known.externals] },
    })),
  )
}

async function write(batch: Batch, plan: ContactPlan): Promise<void> {
  const { tx, run, now } = batch
  await insertContacts(
    tx,
    run.workspaceId,
    plan.created.map(({ contact, createdAt }) => ({ ...contact, ...(createdAt ? { createdAt } : {}) })),
    now,
  )
  await setPrimaries(tx, run.workspaceId, plan.primaries)
  await keepHandles(tx, run.workspaceId, plan.confirmed)
  await insertHandles(tx, run.workspaceId, plan.handles, now)
  await rewriteContacts(
    tx,
    run.workspaceId,
    plan.changed.map(({ id, state, searchText }) => ({ ...state, id, sortName: sortKey(state.name), searchText })),
    now,
  )
  const { importId } = run
  for (const { contact, createdAt } of plan.created) {
    const { name, source } = contact
    batch.events.push(contactEvents.created(contact, { name, source }, { importId, occurredAt: createdAt ?? now }))
  }
  const added = Map.groupBy(plan.handles, handle => handle.contactId)
  for (const { id, isOwn, state, changes } of plan.changed) {
    if (isOwn) continue
    batch.changes.push({ object: 'contact', recordId: id, action: 'updated', before: changes })
    const contact = { id, companyId: state.companyId }
    if (Object.keys(changes).length > 0) batch.events.push(contactEvents.changed(contact, { changes }, { importId }))
    for (const { kind, value } of added.get(id) ?? [])
      batch.events.push(handleEvents.added(contact, { kind, value }, { importId }))
  }
}
