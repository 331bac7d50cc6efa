import { defineMessages, say } from '../../../kernel/messages.ts'
import { commandRoute, route } from '../../../platform/http/route.ts'
import { AppError } from '../../../kernel/errors.ts'
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

const words = defineMessages('privacy.routes', {
  noRuleOn: 'No rule is switched on. Switch one on first; nothing was taken away.',
})

export const routes = [
  route(schema.listRequests, (ctx, { query }) => listRequests(ctx, query)),
  route(schema.createRequest, async (ctx, { body }) => getRequest(ctx, await createRequest(ctx, body))),
  route(schema.getRequest, (ctx, { params }) => getRequest(ctx, params.id)),
  commandRoute(schema.changeRequest, changeRequest, getRequest),
  route(schema.listSteps, async (ctx, { params }) => ({ items: await listSteps(ctx, params.id) })),
  commandRoute(schema.addStep, addStep, getRequest),
  commandRoute(schema.startExport, startExport, getRequest),
  route(schema.downloadExport, (ctx, { params }) => downloadExport(ctx, params.id)),
  route(schema.sendExport, (ctx, { params, body }) => sendExport(ctx, params.id, body.isMailed)),
  route(schema.previewErasure, (ctx, { params }) => previewErasure(ctx, params.id)),
  route(schema.getErasure, (ctx, { params }) => getErasure(ctx, params.id)),
  route(schema.eraseContact, async (ctx, { params, body }) =>
    getErasureById(ctx, await eraseContact(ctx, params.id, body)),
  ),
  route(schema.getLegalHold, async (ctx, { params }) => ({ hold: await getHold(ctx, params.id) })),
  route(schema.holdContact, (ctx, { params, body }) => holdContact(ctx, params.id, body)),
  route(schema.endLegalHold, (ctx, { params }) => endHold(ctx, params.id)),
  route(schema.listLegalHolds, (ctx, { query }) => listLegalHolds(ctx, query)),
  route(schema.listRetention, async ctx => ({ items: await listRetention(ctx) })),
  route(schema.changeRetention, async (ctx, { body }) => {
    await changeRetention(ctx, body.items)
    return { items: await listRetention(ctx) }
  }),
  route(schema.listRetentionRuns, (ctx, { query }) => listRetentionRuns(ctx, query)),
  route(schema.runRetention, async ctx => {
    const id = await inTransaction(ctx, ctx => startRun(ctx))
    if (id === null) throw new AppError('conflict', say(words, 'noRuleOn'))
    return { id, counts: {}, createdAt: ctx.now().toISOString(), finishedAt: null }
  }),
]
