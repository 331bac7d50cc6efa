import { audit } from '../../../platform/audit/audit.ts'
import { auditRead } from '../../../platform/audit/audit-read.ts'
import { handle } from '../../../platform/http/route.ts'
import { askContact } from './commands/ask-contact.ts'
import { changePurpose, createPurpose } from './commands/change-purposes.ts'
import { addSuppressions, checkSuppressions, removeSuppressions } from './commands/change-suppressions.ts'
import { makePreferenceLink } from './commands/preference-link.ts'
import { recordConsent } from './commands/record-consent.ts'
import { getContactConsents, shownSuppression } from './queries/contact-consents.ts'
import { exportProof, getPurpose, listPurposes, listPurposeTexts, listSuppressions } from './queries/lists.ts'
import * as schema from './schema.ts'

export const routes = [
  handle(schema.listPurposes, async ctx => ({ items: await listPurposes(ctx) })),
  handle(schema.createPurpose, async (ctx, { body }) => getPurpose(ctx, await createPurpose(ctx, body))),
  handle(schema.changePurpose, async (ctx, { params, body }) => {
    await changePurpose(ctx, params.id, body)
    return getPurpose(ctx, params.id)
  }),
  handle(schema.listPurposeTexts, async (ctx, { params }) => ({ items: await listPurposeTexts(ctx, params.id) })),
  handle(schema.exportConsents, async (ctx, { query }) => {
    await audit(ctx.db, ctx, { action: 'consents.exported', detail: query })
    return exportProof(ctx, query)
  }),
  handle(schema.listSuppressions, (ctx, { query }) => listSuppressions(ctx, query)),
  handle(schema.addSuppressions, async (ctx, { body }) => ({
    count: await addSuppressions(ctx, body.addresses, body.channel),
  })),
  handle(schema.checkSuppressions, async (ctx, { body }) => {
    const found = await checkSuppressions(ctx, body.addresses)
    return {
      items: body.addresses.map((address, at) => ({ address, suppressions: found[at]!.map(shownSuppression) })),
    }
  }),
  handle(schema.removeSuppressions, async (ctx, { body }) => ({
    count: await removeSuppressions(ctx, body.addresses),
  })),
  handle(schema.getContactConsents, async (ctx, { params, query }) => {
    const consents = await getContactConsents(ctx, params.id, query.at ? new Date(query.at) : ctx.now())
    auditRead(ctx, { action: 'contact-consents.read', subjectType: 'contact', subjectId: params.id })
    return consents
  }),
  handle(schema.recordConsent, async (ctx, { params, body }) => {
    await recordConsent(ctx, params.id, body)
    return getContactConsents(ctx, params.id, ctx.now())
  }),
  handle(schema.requestConsent, async (ctx, { params, body }) => {
    await askContact(ctx, params.id, body)
    return getContactConsents(ctx, params.id, ctx.now())
  }),
  handle(schema.getPreferenceLink, (ctx, { params, query }) => makePreferenceLink(ctx, params.id, query.handleId)),
]
