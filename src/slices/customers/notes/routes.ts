import { handle } from '../../../platform/http/route.ts'
import { addNote, deleteNote, editNote, restoreNote } from './commands.ts'
import { getNote, listNotes } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.listNotes, (ctx, { query }) => listNotes(ctx, query)),
  handle(schema.getNote, (ctx, { params }) => getNote(ctx, params.id)),
  handle(schema.addNote, async (ctx, { body }) => getNote(ctx, await addNote(ctx, body))),
  handle(schema.editNote, async (ctx, { params, body }) => {
    await editNote(ctx, params.id, body)
    return getNote(ctx, params.id)
  }),
  handle(schema.deleteNote, (ctx, { params }) => deleteNote(ctx, params.id)),
  handle(schema.restoreNote, async (ctx, { params }) => {
    await restoreNote(ctx, params.id)
    return getNote(ctx, params.id)
  }),
]
