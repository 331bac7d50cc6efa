import { commandRoute, route, settingsRoute } from '../../../platform/http/route.ts'
import { changeCandidate } from './commands/change-candidate.ts'
import { decide } from './commands/decide.ts'
import { setSettings } from './commands/set-settings.ts'
import { cancelRun, startRun } from './commands/start-run.ts'
import { takeBackDecision } from './commands/take-back-decision.ts'
import { getCandidate, listCandidates } from './queries/candidates.ts'
import { listDecisions, readDecisions } from './queries/decisions.ts'
import { listGroups } from './queries/groups.ts'
import { getModel } from './queries/model.ts'
import { getPrecision } from './queries/precision.ts'
import { getRun, listRuns } from './queries/runs.ts'
import * as schema from './schema.ts'
import { findSettings } from './settings.ts'

export const routes = [
  route(schema.listCandidates, (ctx, { query }) => listCandidates(ctx, query)),
  route(schema.listGroups, (ctx, { query }) => listGroups(ctx, query)),
  route(schema.getCandidate, (ctx, { params }) => getCandidate(ctx, params.id)),
  commandRoute(schema.changeCandidate, changeCandidate, getCandidate),
  route(schema.decide, async (ctx, { body }) => {
    const { ids, survivorId } = await decide(ctx, body)
    return { items: await readDecisions(ctx, ids), survivorId }
  }),
  route(schema.listDecisions, (ctx, { query }) => listDecisions(ctx, query)),
  route(schema.takeBackDecision, (ctx, { params }) => takeBackDecision(ctx, params.id)),
  route(schema.getSettings, ctx => findSettings(ctx)),
  settingsRoute(schema.setSettings, setSettings, findSettings),
  route(schema.getPrecision, async ctx => ({ items: await getPrecision(ctx) })),
  route(schema.getModel, ctx => getModel(ctx)),
  route(schema.startRun, async ctx => getRun(ctx, await startRun(ctx, 'score'))),
  route(schema.listRuns, (ctx, { query }) => listRuns(ctx, query)),
  route(schema.getRun, (ctx, { params }) => getRun(ctx, params.id)),
  route(schema.cancelRun, (ctx, { params }) => cancelRun(ctx, params.id)),
  route(schema.startJoin, async (ctx, { body }) => getRun(ctx, await startRun(ctx, 'join', body))),
]
