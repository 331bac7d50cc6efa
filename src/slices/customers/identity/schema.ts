import { z } from 'zod'
import { endpointsOf } from '../../../kernel/endpoint.ts'
import { id } from '../../../kernel/ids.ts'
import { defineText, stored } from '../../../kernel/messages.ts'
import { itemsOf, listQuery, page } from '../../../kernel/page.ts'
import { answerShape, only } from '../../../kernel/record/record.ts'
import { contactRecord, handleKinds } from '../contacts/record.ts'

const joinsFrom = defineText('identity.schema.joinsFrom', 'Joining alone starts at 0.99.')

export const verdicts = ['same', 'different'] as const
export type Verdict = (typeof verdicts)[number]
export const candidateStatuses = ['open', 'later', 'assigned'] as const
export const runStatuses = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const

/** One contact of a pair, as it is compared on the screen. */
const compared = ['id', 'name', 'firstName', 'lastName', 'jobTitle', 'email', 'phone', 'birthday'] as const
const detail = ['street', 'city', 'postalCode', 'country', 'lifecycle', 'source', 'fields', 'createdAt'] as const
export const sideColumns = only(contactRecord.columns, ...compared, ...detail)

export const side = z.object({
  ...answerShape(sideColumns),
  companyName: z.string().nullable(),
  handles: z.array(z.object({ kind: z.enum(handleKinds), value: z.string(), normal: z.string() })),
  orders: z.int(),
  netAmount: z.int(),
  touchpoints: z.int(),
  firstTouchAt: z.string().nullable(),
  lastTouchAt: z.string().nullable(),
})
export type Side = z.output<typeof side>

export const evidenceItem = z.object({
  field: z.string(),
  level: z.string(),
  /** log2 of how many times likelier this is of one person than of two; below 0 it speaks against one. */
  weight: z.number(),
  a: z.string().nullable(),
  b: z.string().nullable(),
  /** The field's name, the finding and how much it says, in plain words. */
  label: z.string(),
  words: z.string(),
  strength: z.string(),
})
export type EvidenceItem = z.output<typeof evidenceItem>

export const candidate = z.object({
  id,
  probability: z.number(),
  weight: z.number(),
  a: side,
  b: side,
  evidence: z.array(evidenceItem),
  assigneeId: id.nullable(),
  assigneeName: z.string().nullable(),
  laterAt: z.string().nullable(),
  /** Other pairs that one of the two is in. */
  related: z.int(),
  scoredAt: z.string(),
})
export type Candidate = z.output<typeof candidate>

export const group = z.object({
  /** That of its strongest pair. */
  id,
  /** Of its strongest pair. */
  probability: z.number(),
  /** Of its weakest pair. */
  weakest: z.number(),
  contacts: z.array(side),
  pairs: z.array(candidate.omit({ a: true, b: true, related: true }).extend({ aId: id, bId: id })),
})
export type Group = z.output<typeof group>

export const decision = z.object({
  id,
  verdict: z.enum(verdicts),
  a: z.object({ id, name: z.string() }),
  b: z.object({ id, name: z.string() }),
  /** Who survives, where they are one now. */
  survivorId: id.nullable(),
  mergeId: id.nullable(),
  probability: z.number().nullable(),
  weight: z.number().nullable(),
  evidence: z.array(evidenceItem),
  memberId: id.nullable(),
  memberName: z.string().nullable(),
  createdAt: z.string(),
})
export type Decision = z.output<typeof decision>

export const settings = z.object({
  /** Pairs of at least this probability wait in the queue. */
  reviewThreshold: z.number(),
  /** Pairs of at least this probability may be joined without anybody. */
  autoThreshold: z.number(),
  isAutomatic: z.boolean(),
})
export type Settings = z.output<typeof settings>

export const precisionPoint = z.object({
  threshold: z.number(),
  /** Open pairs at or above it. */
  pairs: z.int(),
  /** The share of them that is one person, as the scores say. */
  expected: z.number().nullable(),
  /** What people decided of pairs at or above it. */
  observed: z.object({ share: z.number(), decided: z.int(), low: z.number(), high: z.number() }).nullable(),
})
export type PrecisionPoint = z.output<typeof precisionPoint>

export const model = z.object({
  trainedAt: z.string().nullable(),
  /** The share of compared pairs that is one person. */
  lambda: z.number().nullable(),
  sample: z.object({ pairs: z.int().nullable(), randomPairs: z.int().nullable(), decisions: z.int() }),
  warning: z.string().nullable(),
  fields: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      levels: z.array(
        z.object({ level: z.string(), words: z.string(), m: z.number(), u: z.number(), weight: z.number() }),
      ),
    }),
  ),
})
export type Model = z.output<typeof model>

export const run = z.object({
  id,
  kind: z.enum(['score', 'join']),
  status: z.enum(runStatuses),
  step: z.string().nullable(),
  done: z.int(),
  total: z.int(),
  counts: z.record(z.string(), z.unknown()),
  error: z.string().nullable(),
  memberId: id.nullable(),
  memberName: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
})
export type Run = z.output<typeof run>

const { get, put, create, remove, post } = endpointsOf('identity', { read: 'identity:read', write: 'identity:run' })

export const listCandidates = get(
  '/identity/candidates',
  'List pairs of contacts that are probably one person, the most probable first; filter by probability, status (open, later, assigned), assigneeId (an id or me), source and contactId',
  { query: listQuery, response: page(candidate) },
)
export const listGroups = get(
  '/identity/candidates/groups',
  'List groups of three or more contacts whose pairs hang together, the most probable first',
  {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(50).default(20),
      cursor: z.string().max(200).optional(),
    }),
    response: page(group),
  },
)
export const getCandidate = get('/identity/candidates/{id}', 'Get a pair with its evidence', {
  response: candidate,
})
export const changeCandidate = put('/identity/candidates/{id}', 'Assign a pair to a member, or put it off', {
  access: 'identity:decide',
  body: z.strictObject({ assigneeId: id.nullish(), isLater: z.boolean().optional() }),
  response: candidate,
})

export const decisionInput = z.strictObject({
  /** The two contacts of a pair … */
  candidateId: id.optional(),
  /** … or those named here. */
  contactIds: z.array(id).min(1).max(50).optional(),
  verdict: z.enum(verdicts),
  /** Who survives; whoever is known best by default. */
  survivorId: id.optional(),
  /** Fields whose value comes from the merged contact. */
  choices: z.record(z.string().max(100), z.enum(['survivor', 'merged'])).optional(),
})
export type DecisionInput = z.output<typeof decisionInput>

export const decide = create(
  '/identity/decisions',
  'Say that contacts are one person, which merges them, or that they are not, which is remembered',
  {
    access: 'identity:decide',
    body: decisionInput,
    response: z.object({ items: z.array(decision), survivorId: id.nullable() }),
  },
)
export const listDecisions = get(
  '/identity/decisions',
  'List what people decided, newest first; filter by verdict and memberId',
  { query: listQuery, response: page(decision) },
)
export const takeBackDecision = remove(
  '/identity/decisions/{id}',
  'Take a decision back: what it merged comes apart, and the pair waits again',
  { access: 'identity:decide' },
)

export const getSettings = get('/identity/settings', 'Get from which probability pairs are shown and may be joined', {
  response: settings,
})
export const setSettings = put('/identity/settings', 'Set from which probability pairs are shown and may be joined', {
  body: z.strictObject({
    reviewThreshold: z.number().min(0.01).max(0.99),
    autoThreshold: z.number().min(0.99, stored(joinsFrom)).max(1),
    isAutomatic: z.boolean(),
  }),
  response: settings,
})
export const getPrecision = get(
  '/identity/precision',
  'Get for each threshold how many pairs it takes in and how many of them are one person',
  { response: itemsOf(precisionPoint) },
)
export const getModel = get(
  '/identity/model',
  'Get what the last run learned: how much each field speaks for and against one person',
  { response: model },
)

export const startRun = post('/identity/runs', 'Begin to compare all contacts', {
  response: run,
  status: 202,
})
export const listRuns = get(
  '/identity/runs',
  'List comparisons of the whole base and joins, newest first; filter by kind and status',
  { query: listQuery, response: page(run) },
)
export const getRun = get('/identity/runs/{id}', 'Get a run with its progress', { response: run })
export const cancelRun = remove('/identity/runs/{id}', 'Cancel a run; what it has done so far stays')
export const startJoin = post(
  '/identity/joins',
  'Begin to join all pairs of at least this probability; each join can be undone',
  { body: z.strictObject({ probability: z.number().min(0.5).max(1) }), response: run, status: 202 },
)
