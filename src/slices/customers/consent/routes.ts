import { audit } from '../../../platform/audit/audit.ts'
import { auditRead } from '../../../platform/audit/audit-read.ts'
import { commandRoute, route } from '../../../platform/http/route.ts'
import { changePurpose, createPurpose } from './commands/change-purposes.ts'
import { addSuppressions, checkSuppressions, removeSuppressions } from './commands/change-suppressions.ts'
import { askContact, makePreferenceLink, recordConsent } from './commands/contact-consent.ts'
import { getContactConsents, shownSuppression } from './queries/contact-consents.ts'
import { exportProof, getPurpose, listPurposes, listPurposeTexts, listSuppressions } from './queries/lists.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listPurposes, async ctx => ({ items: await listPurposes(ctx) })),
  route(schema.createPurpose, async (ctx, { body }) => getPurpose(ctx, await createPurpose(ctx, body))),
  commandRoute(schema.changePurpose, changePurpose, getPurpose),
  route(schema.listPurposeTexts, async (ctx, { params }) => ({ items: await listPurposeTexts(ctx, params.id) })),
  route(schema.exportConsents, async (ctx, { query }) => {
    await audit(ctx, { action: 'consents.exported', detail: query })
    return exportProof(ctx, query)
  }),
  route(schema.listSuppressions, (ctx, { query }) => listSuppressions(ctx, query)),
  route(schema.addSuppressions, async (ctx, { body }) => ({
    count: await addSuppressions(ctx, body.addresses, body.channel),
  })),
  route(schema.checkSuppressions, async (ctx, { body }) => {
    const found = await checkSuppressions(ctx, body.addresses)
    return {
      items: body.addresses.map((address, at) => ({ address, suppressions: found[at]!.map(shownSuppression) })),
    }
  }),
  route(schema.removeSuppressions, async (ctx, { body }) => ({
    count: await removeSuppressions(ctx, body.addresses),
  })),
  route(schema.getContactConsents, async (ctx, { params, query }) => {
    const consents = await getContactConsents(ctx, params.id, query.at ? new Date(query.at) : undefined)
    auditRead(ctx, { action: 'contact-consents.read', subjectType: 'contact', subjectId: params.id })
    return consents
  }),
  commandRoute(schema.recordConsent, recordConsent, getContactConsents),
  commandRoute(schema.requestConsent, askContact, getContactConsents),
  route(schema.getPreferenceLink, (ctx, { params, query }) => makePreferenceLink(ctx, params.id, query.handleId)),
]
