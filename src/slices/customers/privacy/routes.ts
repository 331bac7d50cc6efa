import { handle } from '../../../platform/http/route.ts'
import { AppError } from '../../../kernel/errors.ts'
import { within } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/database.ts'
import { addStep, changeRequest, createRequest } from './commands/change-request.ts'
import { changeRetention, listRetention } from './commands/change-retention.ts'
import { eraseContact } from './commands/erase-contact.ts'
import { downloadExport, sendExport, startExport } from './commands/export-person.ts'
import { endHold, getHold, holdContact } from './holds.ts'
import { startRun } from './jobs/retain.ts'
import {
  getErasure,
  getErasureById,
  getRequest,
  listLegalHolds,
  listRequests,
  listRetentionRuns,
  listSteps,
  previewErasure,
} from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.listRequests, (ctx, { query }) => listRequests(ctx, query)),
  handle(schema.createRequest, async (ctx, { body }) => getRequest(ctx, await createRequest(ctx, body))),
  handle(schema.getRequest, (ctx, { params }) => getRequest(ctx, params.id)),
  handle(schema.changeRequest, async (ctx, { params, body }) => {
    await changeRequest(ctx, params.id, body)
    return getRequest(ctx, params.id)
  }),
  handle(schema.listSteps, async (ctx, { params }) => ({ items: await listSteps(ctx, params.id) })),
  handle(schema.addStep, async (ctx, { params, body }) => {
    await addStep(ctx, params.id, body)
    return getRequest(ctx, params.id)
  }),
  handle(schema.startExport, async (ctx, { params }) => {
    await startExport(ctx, params.id)
    return getRequest(ctx, params.id)
  }),
  handle(schema.downloadExport, (ctx, { params }) => downloadExport(ctx, params.id)),
  handle(schema.sendExport, (ctx, { params, body }) => sendExport(ctx, params.id, body.isMailed)),
  handle(schema.previewErasure, (ctx, { params }) => previewErasure(ctx, params.id)),
  handle(schema.getErasure, (ctx, { params }) => getErasure(ctx, params.id)),
  handle(schema.eraseContact, async (ctx, { params, body }) =>
    getErasureById(ctx, await eraseContact(ctx, params.id, body)),
  ),
  handle(schema.getLegalHold, async (ctx, { params }) => ({ hold: await getHold(ctx, params.id) })),
  handle(schema.holdContact, (ctx, { params, body }) => holdContact(ctx, params.id, body)),
  handle(schema.endLegalHold, (ctx, { params }) => endHold(ctx, params.id)),
  handle(schema.listLegalHolds, (ctx, { query }) => listLegalHolds(ctx, query)),
  handle(schema.listRetention, async ctx => ({ items: await listRetention(ctx) })),
  handle(schema.changeRetention, async (ctx, { body }) => {
    await changeRetention(ctx, body.items)
    return { items: await listRetention(ctx) }
  }),
  handle(schema.listRetentionRuns, (ctx, { query }) => listRetentionRuns(ctx, query)),
  handle(schema.runRetention, async ctx => {
    const id = await inTransaction(ctx.db, tx => startRun(within(ctx, tx)))
    if (id === null)
      throw new AppError('conflict', 'No rule is switched on. Switch one on first; nothing was taken away.')
    return { id, counts: {}, createdAt: ctx.now().toISOString(), finishedAt: null }
  }),
]
