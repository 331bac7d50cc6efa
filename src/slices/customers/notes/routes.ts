import { inTransaction } from '../../../platform/db/database.ts'
import { commandRoute, route } from '../../../platform/http/route.ts'
import { addNote, deleteNote, editNote, restoreNote } from './commands.ts'
import { notes } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listNotes, (ctx, { query }) => notes.list(ctx, query)),
  route(schema.getNote, (ctx, { params }) => notes.get(ctx, params.id)),
  route(schema.addNote, (ctx, { body }) => inTransaction(ctx, async ctx => notes.get(ctx, await addNote(ctx, body)))),
  commandRoute(schema.editNote, editNote, notes.get),
  route(schema.deleteNote, (ctx, { params }) => deleteNote(ctx, params.id)),
  commandRoute(schema.restoreNote, restoreNote, notes.get),
]
