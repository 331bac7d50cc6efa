import { auditRead } from '../../../platform/audit/audit-read.ts'
import { Raw, route } from '../../../platform/http/route.ts'
import { listFeed } from './feed.ts'
import { getTimelineJson, getTimelineKinds } from './queries.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listFeed, async (ctx, { query }) => {
    const page = await listFeed(ctx, query)
    auditRead(ctx, { action: 'timeline.read' })
    return page
  }),
  route(schema.getContactTimeline, async (ctx, { params, query }) => {
    const timeline = await getTimelineJson(ctx, 'contact', params.id, query)
    auditRead(ctx, { action: 'contact.timeline-read', subjectType: 'contact', subjectId: params.id })
    return new Raw(timeline)
  }),
  route(schema.getContactTimelineKinds, (ctx, { params }) => getTimelineKinds(ctx, 'contact', params.id)),
  route(schema.getCompanyTimeline, async (ctx, { params, query }) => {
    const timeline = await getTimelineJson(ctx, 'company', params.id, query)
    auditRead(ctx, { action: 'company.timeline-read', subjectType: 'company', subjectId: params.id })
    return new Raw(timeline)
  }),
  route(schema.getCompanyTimelineKinds, (ctx, { params }) => getTimelineKinds(ctx, 'company', params.id)),
]
