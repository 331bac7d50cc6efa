import { sql } from 'kysely'
import { excerpt } from '../../../../kernel/text.ts'
import { noteEvents } from '../../notes/events.ts'
import { insertNotes, plainText, rewriteNotes } from '../../notes/public.ts'
import { noteSourceId, planNotes, type KnownNote, type ResolvedNote } from '../plans/plan-notes.ts'
import type { Outcome } from '../plans/outcome.ts'
import type { NoteDraft } from '../rows/draft.ts'
import type { Batch } from './batch.ts'
import { importNamedCompanies } from './companies.ts'
import { importPeople } from './contacts.ts'
import { findTouched } from './touched.ts'

/** Makes and changes notes; a row whose contact or company is not known is answered as such. */
export async function importNotes(batch: Batch, drafts: NoteDraft[]): Promise<Outcome[]> {
  const { run } = batch
  const withContact = drafts.filter(draft => draft.contact !== null)
  const people = await importPeople(
    batch,
    withContact.map(draft => draft.contact!),
    { isCreating: run.isCreatingContacts, lifecycle: 'lead', isMinor: true },
  )
  const contactOf = new Map(withContact.map((draft, at) => [draft, people[at]!]))
  const companies = await importNamedCompanies(
    batch,
    drafts.map(draft => (contactOf.get(draft)?.contactId ? null : draft.company)),
  )
  const resolved = drafts.map((draft, at): ResolvedNote => {
    const contact = contactOf.get(draft)
    const companyId = contact?.contactId ? null : companies[at]!
    return {
      ...draft,
      contactId: contact?.contactId ?? null,
      companyId,
      eventCompanyId: companyId ?? contact?.companyId ?? null,
    }
  })
  const known = resolved.map(note => note.contactId !== null || note.companyId !== null)
  const outcomes = await writeNotes(
    batch,
    resolved.filter((_, at) => known[at]),
  )
  return known.map(isKnown => (isKnown ? outcomes.shift()! : 'unknown'))
}

/** Notes whose owners are known already. */
export async function writeNotes(batch: Batch, drafts: ResolvedNote[]): Promise<Outcome[]> {
  if (drafts.length === 0) return []
  const { tx, run, now, dry } = batch
  const plan = planNotes(
    drafts,
    await load(batch, drafts),
    { importId: run.importId, source: run.source, update: run.update },
    now,
  )
  batch.counts.notes.created += plan.created.length
  batch.counts.notes.updated += plan.changed.length
  if (dry) {
    await dry.remember(
      plan.keys.map(({ key, id }) => ({ key, id })),
      plan.keys.map(({ id }) => ({ id, data: {} })),
    )
    return plan.outcomes
  }
  await insertNotes(tx, run.workspaceId, plan.created)
  await rewriteNotes(tx, run.workspaceId, plan.changed, now)
  const tell = (
    event: typeof noteEvents.added,
    {
      id,
      contactId,
      body,
      eventCompanyId,
    }: Pick<KnownNote, 'id' | 'contactId' | 'body'> & { eventCompanyId: string | null },
    occurredAt: Date,
  ) => {
    const about = { id, eventKeys: { contactId, companyId: eventCompanyId } }
    const data = { noteId: id, excerpt: excerpt(plainText(body)) }
    batch.events.push(event(about, data, { importId: run.importId, occurredAt }))
  }
  for (const note of plan.created) tell(noteEvents.added, note, note.createdAt)
  for (const note of plan.changed) {
    tell(noteEvents.edited, note, now)
    batch.changes.push({
      object: 'note',
      recordId: note.id,
      action: 'updated',
      before: { body: [note.before, note.body] },
    })
  }
  return plan.outcomes
}

async function load(batch: Batch, drafts: ResolvedNote[]): Promise<Map<string, KnownNote>> {
  const { tx, run, dry } = batch
  const sourceIds = [...new Set(drafts.map(noteSourceId))]
  const { rows } = await sql<{
    id: string
    sourceId: string
    contactId: string | null
    companyId: string | null
    body: string
    importId: string | null
  }>`
    select n.id, n.source_id, n.contact_id, n.company_id, n.body, n.import_id from notes n
    where n.workspace_id = ${run.workspaceId} and n.source = ${run.source} and n.source_id = any(${sourceIds}::text[]) and n.deleted_at is null order by n.id ${dry ? sql`` : sql`for update`}`.execute(
    tx,
  )
  const touched = await findTouched(
    batch,
    'note',
    rows.map(row => row.id),
  )
  const known = new Map(
    rows.map(({ sourceId, importId, ...note }) => [
      sourceId,
      { ...note, isTouched: importId === run.importId || touched.has(note.id) },
    ]),
  )
  for (const [key, id] of (await dry?.find(sourceIds.map(sourceId => `note ${sourceId}`))) ?? []) {
    const sourceId = key.slice('note '.length)
    known.set(sourceId, {
      ...(known.get(sourceId) ?? { id, contactId: null, companyId: null, body: '' }),
      isTouched: true,
    })
  }
  return known
}
