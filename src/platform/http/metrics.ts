import type { FastifyReply, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

export const metrics = new Registry()
collectDefaultMetrics({ register: metrics })

const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from receiving a request to the end of its answer.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
  registers: [metrics],
})

const jobsRun = new Counter({
  name: 'jobs_total',
  help: 'Background jobs by name and outcome.',
  labelNames: ['job', 'outcome'],
  registers: [metrics],
})

export function countRequest(request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url ?? 'none'
  const about = { method: request.method, route, status: reply.statusCode }
  durations.observe(about, reply.elapsedTime / 1000)
  const entry = { requestId: request.id, ...about, ms: Math.round(reply.elapsedTime) }
  if (reply.statusCode >= 500) request.log.error(entry, 'request failed')
  else request.log.debug(entry, 'request')
}

export function countJob(job: string, outcome: 'done' | 'failed'): void {
  jobsRun.inc({ job, outcome })
}
