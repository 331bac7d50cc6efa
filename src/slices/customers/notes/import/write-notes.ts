import { createHash } from 'node:crypto'
import type { EventOptions } from '../../../../kernel/event.ts'
import { without, type Stored } from '../../../../kernel/record/record.ts'
import { excerpt } from '../../../../kernel/text.ts'
import { sourceKey } from '../../../../platform/record/uniques.ts'
import {
  importRecords,
  putValues,
  type Batch,
  type MadeRow,
  type ProfileDraft,
  type SourcedRecord,
} from '../../imports/public.ts'
import { noteEvents } from '../events.ts'
import { plainText } from '../note.ts'
import { noteRecord, type NewNote } from '../record.ts'
import { insertNotes } from '../store.ts'

/** A note whose owner is known. */
export interface OwnedNote extends Pick<NewNote, 'body' | 'contactId' | 'companyId' | 'authorId'> {
  sourceId: string | null
  /** The company on whose timeline the note stands too: its own or the contact's. */
  eventCompanyId: string | null
  createdAt: Date | null
}

const columns = without(noteRecord.columns, 'isPinned', 'importId', 'isDemo', 'createdAt', 'updatedAt', 'deletedAt')
type State = Omit<Stored<typeof columns>, 'id'>

const sourcedNotes: SourcedRecord<typeof columns, State> = {
  record: noteRecord,
  columns,
  insert: (tenant, notes: NewNote[], now) =>
    insertNotes(
      tenant,
      notes.map(note => ({ ...note, createdAt: note.createdAt ?? now })),
    ),
}

/** The notes that rows of contacts and companies bring of themselves. */
export async function importNotesOf(
  batch: Batch,
  drafts: readonly ProfileDraft[],
  owners: readonly { contactId?: string | null; companyId: string | null }[],
): Promise<void> {
  const notes = drafts.flatMap(({ note, ownerId, createdAt }, at): OwnedNote[] => {
    const { contactId = null, companyId } = owners[at]!
    if (note === null || (contactId === null && companyId === null)) return []
    const owner = contactId === null ? { contactId, companyId } : { contactId, companyId: null }
    return [{ sourceId: null, body: note, ...owner, eventCompanyId: companyId, authorId: ownerId, createdAt }]
  })
  await writeNotes(batch, notes)
}

/** Notes whose owners are known already. */
export async function writeNotes(batch: Batch, notes: readonly OwnedNote[]): Promise<MadeRow[]> {
  if (notes.length === 0) return []
  const drafts = notes.map(note => ({ ...note, sourceId: note.sourceId ?? textId(note) }))
  const companyOf = new Map<string, string | null>()
  const telling =
    (event: typeof noteEvents.added) =>
    ({ id, contactId, body }: State & { id: string }, _: unknown, options: EventOptions) => {
      const about = { id, contactId, companyId: companyOf.get(id)!, contactCompanyId: null }
      return event(about, { noteId: id, excerpt: excerpt(plainText(body)) }, options)
    }
  return importRecords(batch, drafts, sourcedNotes, {
    events: { created: telling(noteEvents.added), changed: telling(noteEvents.edited) },
    keysOf: ({ sourceId }) => [sourceKey(batch.run.source, sourceId)],
    begin: ({ contactId, companyId, authorId }) => ({ contactId, companyId, authorId }),
    put(state, { body, eventCompanyId }, mode, { id }) {
      putValues<State>(state, { body }, mode)
      companyOf.set(id, eventCompanyId)
    },
  })
}

/** A note without an id is known again by whose it is and what it says. */
function textId({ contactId, companyId, body }: OwnedNote): string {
  const said = createHash('sha256').update(`${contactId ?? companyId}\n${body}`)
  return `text:${said.digest('base64url').slice(0, 22)}`
}
