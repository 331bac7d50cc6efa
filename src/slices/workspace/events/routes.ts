import { audit } from '../../../platform/audit/audit.ts'
import { auditRead } from '../../../platform/audit/audit-read.ts'
import { route } from '../../../platform/http/route.ts'
import { exportColumns, exportList } from '../../../platform/list/export.ts'
import { getEvent, listEvents } from './queries.ts'
import { describeKinds } from './event-kinds.ts'
import * as schema from './schema.ts'

const columns = exportColumns<schema.RecordedEvent>(Object.keys(schema.recordedEvent.shape))

export const routes = [
  route(schema.listEvents, async (ctx, { query }) => {
    const page = await listEvents(ctx, query)
    auditRead(ctx, { action: 'events.read' })
    return page
  }),
  route(schema.listEventKinds, ctx => Promise.resolve({ items: describeKinds(ctx.app.events) })),
  route(schema.exportEvents, async (ctx, { query: { format, ...query } }) => {
    await audit(ctx, { action: 'events.exported', detail: { format, ...query } })
    return exportList(ctx, format, 'events', columns, query, page => listEvents(ctx, page))
  }),
  route(schema.getEvent, async (ctx, { params }) => {
    const event = await getEvent(ctx, params.id)
    auditRead(ctx, { action: 'event.read', subjectId: params.id })
    return event
  }),
]
