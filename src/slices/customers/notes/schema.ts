import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { defineMessages, refusal } from '../../../kernel/messages.ts'
import { listQuery, page } from '../../../kernel/page.ts'
import { answerShape, columnsFor } from '../../../kernel/record/record.ts'
import { trimmed } from '../../../kernel/text.ts'
import { attachedInput, attachedNames } from '../contacts/schema.ts'
import { noteRecord } from './record.ts'

const words = defineMessages('notes.schema', {
  plainText: 'Use plain text.',
  somethingToSay: 'Write something.',
})

/** Plain text with line breaks; mentions as `@[Name](member:ID)`. */
const body = z
  .string()
  .max(20_000)
  .transform(text => trimmed(text.replaceAll(/\r\n?/g, '\n')))
  .pipe(
    z
      .string()
      .min(1, refusal(words, 'somethingToSay'))
      .regex(/^[^\x00-\x08\x0b-\x1f\x7f]*$/, refusal(words, 'plainText')),
  )

export const noteInput = z.strictObject({
  ...attachedInput,
  body,
  isPinned: z.boolean().optional(),
})
export type NoteInput = z.output<typeof noteInput>

export const notePatch = z.strictObject({ body: body.optional(), isPinned: z.boolean().optional() })
export type NotePatch = z.output<typeof notePatch>

export const note = z.object({
  ...answerShape(columnsFor(noteRecord.columns, 'listed', 'shown')),
  ...attachedNames,
  authorName: z.string().nullable(),
})
export type Note = z.output<typeof note>

const { get, create, patch, remove, post } = endpointsOf('notes', { read: 'notes:read', write: 'notes:write' })

export const listNotes = get(
  '/notes',
  'List notes, newest first; filter by contactId, companyId, subjectKind and subjectId, authorId, isPinned and createdAt',
  { query: listQuery, response: page(note) },
)
export const getNote = get('/notes/{id}', 'Get a note', { response: note })
export const addNote = create('/notes', 'Add a note to a contact, a company or another record', {
  body: noteInput,
  response: note,
})
export const editNote = patch(
  '/notes/{id}',
  'Edit or pin a note; its words are changed by its author and managers only',
  { body: notePatch, response: note },
)
export const deleteNote = remove('/notes/{id}', 'Delete a note; its text leaves the timeline too')
export const restoreNote = post('/notes/{id}/restoration', 'Bring a deleted note back', {
  response: note,
})
