import { sql } from 'kysely'
import { excerpt } from '../../../../kernel/text.ts'
import { count, findTouched, type Batch, type Changes, type Outcome, type ProfileDraft } from '../../imports/public.ts'
import { noteEvents } from '../events.ts'
import { plainText } from '../note.ts'
import { insertNotes, rewriteNotes } from '../store.ts'
import { noteSourceId, planNotes, type KnownNote, type ResolvedNote } from './plan.ts'

/** The notes that rows of contacts and companies bring of themselves. */
export async function importNotesOf(
  batch: Batch,
  drafts: readonly ProfileDraft[],
  owners: readonly { contactId?: string | null; companyId: string | null }[],
): Promise<void> {
  const notes = drafts.flatMap(({ note, ownerId, createdAt }, at): ResolvedNote[] => {
    const { contactId = null, companyId } = owners[at]!
    if (note === null || (contactId === null && companyId === null)) return []
    const owner = contactId === null ? { contactId, companyId } : { contactId, companyId: null }
    return [{ sourceId: null, body: note, ...owner, eventCompanyId: companyId, authorId: ownerId, createdAt }]
  })
  await writeNotes(batch, notes)
}

/** Notes whose owners are known already. */
export async function writeNotes(batch: Batch, drafts: ResolvedNote[]): Promise<Outcome[]> {
  if (drafts.length === 0) return []
  const { run, now, dry } = batch
  const known = await load(batch, drafts)
  const plan = planNotes(drafts, known, { ...run, update: run.options.update }, now)
  count(batch, 'notes', plan.created.length, plan.changed.length)
  if (dry) {
    const made = plan.keys.map(({ id }) => ({ id, data: {} }))
    await dry.remember(plan.keys, made)
    return plan.outcomes
  }
  await insertNotes(batch, plan.created)
  await rewriteNotes(batch, plan.changed, now)
  type Told = Pick<KnownNote, 'id' | 'contactId' | 'body'> & { eventCompanyId: string | null }
  const tell = (event: typeof noteEvents.added, note: Told, occurredAt: Date) => {
    const { id, contactId, body, eventCompanyId } = note
    const about = { id, contactId, companyId: eventCompanyId, contactCompanyId: null }
    const data = { noteId: id, excerpt: excerpt(plainText(body)) }
    batch.events.push(event(about, data, { importId: run.importId, occurredAt }))
  }
  for (const note of plan.created) tell(noteEvents.added, note, note.createdAt)
  for (const note of plan.changed) {
    tell(noteEvents.edited, note, now)
    const before: Changes = { body: [note.before, note.body] }
    batch.changes.push({ object: 'note', recordId: note.id, action: 'updated', before })
  }
  return plan.outcomes
}

async function load(batch: Batch, drafts: ResolvedNote[]): Promise<Map<string, KnownNote>> {
  const { db, run, dry } = batch
  const sourceIds = [...new Set(drafts.map(noteSourceId))]
  const { rows } = await sql<Omit<KnownNote, 'isTouched'> & { sourceId: string; importId: string | null }>`
    select n.id, n.source_id, n.contact_id, n.company_id, n.body, n.import_id from notes n
    where n.workspace_id = ${run.workspaceId} and n.source = ${run.source} and n.source_id = any(${sourceIds}::text[])
      and n.deleted_at is null order by n.id ${dry ? sql`` : sql`for update`}`.execute(db)
  const ids = rows.map(row => row.id)
  const touched = await findTouched(batch, 'note', ids)
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
