import { defineAbsence } from '../../../kernel/errors.ts'
import { auditRead } from '../../../platform/audit/audit-read.ts'
import { route } from '../../../platform/http/route.ts'
import { listClaims } from './claims.ts'
import { mergeByHand } from './commands/merge-by-hand.ts'
import { previewMerge } from './commands/preview-merge.ts'
import { sendClaim } from './commands/send-claim.ts'
import { splitContact } from './commands/split-contact.ts'
import { startUndoing } from './commands/start-undoing.ts'
import { undoMerges } from './commands/undo-merges.ts'
import { getMerge, listContactMerges, listMerges, readMerges } from './queries.ts'
import * as schema from './schema.ts'
import { readUndoing, toUndoing } from './undoings.ts'

const noUndoing = defineAbsence('merges.no-undoing', 'undoing')

export const routes = [
  route(schema.listMerges, (ctx, { query }) => listMerges(ctx, query)),
  route(schema.undoMerges, async (ctx, { body }) => ({ count: await undoMerges(ctx, body.ids) })),
  route(schema.startUndoing, (ctx, { body }) => startUndoing(ctx, body)),
  route(schema.getUndoing, async (ctx, { params }) => {
    const undoing = await readUndoing(ctx, params.undoingId)
    if (!undoing || ctx.actor.recordRule !== 'all') throw noUndoing()
    return toUndoing(undoing)
  }),
  route(schema.getMerge, (ctx, { params }) => getMerge(ctx, params.id)),
  route(schema.undoMerge, async (ctx, { params }) => {
    await undoMerges(ctx, [params.id])
  }),
  route(schema.listContactMerges, async (ctx, { params }) => ({ items: await listContactMerges(ctx, params.id) })),
  route(schema.mergeContacts, async (ctx, { params, body }) => ({
    items: await readMerges(ctx, await mergeByHand(ctx, params.id, body)),
  })),
  route(schema.previewMerge, async (ctx, { params, body }) => {
    const preview = await previewMerge(ctx, params.id, body)
    for (const { id } of preview.contacts) auditRead(ctx, { action: 'contact.read', subjectId: id })
    return preview
  }),
  route(schema.splitContact, (ctx, { params, body }) => splitContact(ctx, params.id, body.handleIds)),
  route(schema.listClaims, async (ctx, { params }) => ({ items: await listClaims(ctx, params.id) })),
  route(schema.sendClaim, (ctx, { params, body }) => sendClaim(ctx, params.id, body)),
]
