import { auditRead } from '../../../platform/audit/audit-read.ts'
import { Raw, route, type Route } from '../../../platform/http/route.ts'
import type { RecordKind } from '../../../platform/record/record-kind.ts'
import { listFeed } from './feed.ts'
import { getTimelineJson, getTimelineKinds } from './queries.ts'
import { hasTimeline } from './record-timeline.ts'
import * as schema from './schema.ts'

export const routes = [
  route(schema.listFeed, async (ctx, { query }) => {
    const page = await listFeed(ctx, query)
    auditRead(ctx, { action: 'timeline.read' })
    return page
  }),
]

export function recordRoutes(kind: RecordKind): Route[] {
  if (!hasTimeline(kind)) return []
  const { list, kinds } = schema.timelineOf(kind.table)
  return [
    route(list, async (ctx, { params, query }) => {
      const timeline = await getTimelineJson(ctx, kind, params.id, query)
      auditRead(ctx, { action: `${kind.name}.timeline-read`, subjectId: params.id })
      return new Raw(timeline)
    }),
    route(kinds, (ctx, { params }) => getTimelineKinds(ctx, kind, params.id)),
  ]
}
